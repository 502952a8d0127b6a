//! `map_in_order`: every item once, in the order of the list, whoever is free takes the next.

use crate::step::step;
use harness::prelude::*;
use interleave_std as model;
use pools_model::map_in_order::map;
use std::panic::{AssertUnwindSafe, catch_unwind};

type MapNumbers = fn(usize, Vec<u64>, fn(u64) -> u64) -> Vec<u64>;

#[test]
#[claim(value)]
fn one_worker_maps_a_list() {
    let map: MapNumbers = pools::map_in_order::map;
    let items = numbers(5);
    let asked: Vec<u64> = items.iter().map(|item| plate(*item)).collect();
    let found = within("1 worker with 5 items", move || map(1, items, plate));
    expect!(
        found == asked,
        WrongResult,
        "1 worker should give {asked:?}; it gave {found:?}"
    );
}

#[test]
#[claim(value)]
fn every_item_is_done_once_and_stands_in_its_place() {
    for (many, workers) in [(1_000, 4), (7, 3), (3, 8), (0, 2)] {
        let items = numbers(many);
        let asked: Vec<String> = items.iter().map(u64::to_string).collect();
        let boxes: Vec<Box<u64>> = items.into_iter().map(Box::new).collect();
        let found = within("the workers", move || {
            pools::map_in_order::map(workers, boxes, |item| item.to_string())
        });
        expect!(
            found.len() == many,
            WrongResult,
            "{workers} workers were given {many} items, and {} results came back",
            found.len()
        );
        expect!(
            found == asked,
            WrongResult,
            "{workers} workers mapped {many} items; the results do not stand in the order of the items"
        );
    }
}

#[test]
#[claim(every_interleaving)]
fn the_order_of_the_items_is_the_order_of_the_results() {
    every_interleaving(|| {
        map(2, vec![1, 2, 3], |item| {
            step();
            item * 10
        })
    })
    .because("2 workers do 3 items, each of them once. Who is done first must not matter.")
    .is("{[10, 20, 30]}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn all_the_workers_are_at_work_at_the_same_time() {
    every_interleaving(|| {
        let together = Rendezvous::new(3);
        map(3, vec![1, 2, 3], |_| together.arrive()).len()
    })
    .deadlock_means(
        Verdict::Serial,
        "3 workers must do 3 items at the same time. Here one has to finish before another can begin.",
    )
    .is("{3}");
}

#[test]
#[claim(together)]
fn nine_real_workers_are_at_work_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    within("9 workers with 9 items", || {
        let together = Meeting::new(9, "items");
        pools::map_in_order::map(9, vec![(); 9], |()| together.arrive());
        together.check();
    });
}

#[test]
#[claim(every_interleaving)]
fn never_more_items_at_once_than_workers() {
    every_interleaving(|| {
        let at_work = Gauge::new();
        map(2, vec![1, 2, 3], |_| drop(at_work.enter()));
        at_work.peak()
    })
    .because("There are 3 items and 2 workers. Counted is how many items were under way at once.")
    .always("1 or 2 at once", |peak| *peak <= 2);
}

#[test]
#[claim(every_interleaving)]
fn a_slow_item_holds_up_only_its_own_worker() {
    every_interleaving(|| {
        let done = Rendezvous::new(2);
        map(2, vec![0, 1, 2, 3], |item| match item {
            // Ends when the 3 others have come by.
            0 => (1..=3).for_each(|_| done.arrive()),
            _ => done.arrive(),
        })
        .len()
    })
    .deadlock_means(
        Verdict::Serial,
        "One of 2 workers is busy with the first of 4 items until the 3 others are done. So the other worker must do those 3. Here some of them wait for the busy one.",
    )
    .is("{4}");
}

#[test]
#[claim(every_interleaving)]
fn a_panic_of_f_is_a_panic_of_map() {
    every_interleaving(|| {
        let mapped = model::panic::catch_unwind(AssertUnwindSafe(|| {
            map(2, vec![1, 2], |item| match item {
                1 => panic!("burnt"),
                item => item,
            })
        }));
        mapped.is_err()
    })
    .because("f panics with the first of 2 items. So map panics too, when both workers have ended.")
    .is("{true}")
    .leaves_nothing_running();
}

#[test]
#[claim(value)]
fn a_real_panic_ends_map_with_a_panic() {
    let ended = within("4 workers, one of which panics", || {
        catch_unwind(AssertUnwindSafe(|| {
            pools::map_in_order::map(4, numbers(100), |item| {
                if item % 7 == 0 {
                    panic!("burnt");
                }
            })
        }))
        .is_err()
    });
    expect!(
        ended,
        WrongResult,
        "f panicked, and map returned as if nothing had happened"
    );
}

/// So many numbers, of which the first is a multiple of seven.
fn numbers(many: usize) -> Vec<u64> {
    let mut random = random();
    (0..many)
        .map(|at| match at {
            0 => 7 * random.u64(1..1_000),
            _ => random.u64(1..1_000_000),
        })
        .collect()
}

fn plate(item: u64) -> u64 {
    item * 3 + 1
}
