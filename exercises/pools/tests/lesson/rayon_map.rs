//! `rayon_map`: the same results as one after the other, in the same order, by all the threads of one pool.
//!
//! In the model the pool has two threads.

use crate::step::step;
use harness::prelude::*;
use pools::rayon_map as real;
use pools_model::rayon_map::{bill, fresh, plates};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// A list of so many numbers is larger than anything that other tests need.
const MANY: usize = 1 << 18;

#[test]
#[claim(value)]
fn every_order_becomes_a_plate_in_its_place() {
    for many in [3, 10_000, 1, 0] {
        let orders = numbers(many);
        let asked: Vec<u64> = orders.iter().map(|order| plate(*order)).collect();
        let (found, cooked) = within("rayon to cook", move || {
            let cooked = AtomicUsize::new(0);
            let found = real::plates(&orders, |order| {
                cooked.fetch_add(1, SeqCst);
                plate(order)
            });
            (found, cooked.into_inner())
        });
        expect!(
            cooked == many,
            WrongResult,
            "there were {many} orders, and cook was called {cooked} times"
        );
        expect!(
            found == asked,
            WrongResult,
            "{many} orders were cooked; the plates are not the ones that were ordered, in their order"
        );
    }
}

#[test]
#[claim(value)]
fn what_tastes_good_stays_in_its_order() {
    for many in [4, 10_000, 0] {
        let crates = numbers(many);
        let good = |each: u32| !each.is_multiple_of(3);
        let asked: Vec<u32> = crates.iter().copied().filter(|each| good(*each)).collect();
        let (found, tasted) = within("rayon to taste", move || {
            let tasted = AtomicUsize::new(0);
            let found = real::fresh(&crates, |each| {
                tasted.fetch_add(1, SeqCst);
                good(each)
            });
            (found, tasted.into_inner())
        });
        expect!(
            tasted == many,
            WrongResult,
            "there were {many} crates, and taste was called {tasted} times"
        );
        expect!(
            found == asked,
            WrongResult,
            "{} of {many} crates taste good; what came back are not these, in their order",
            asked.len()
        );
    }
}

#[test]
#[claim(value)]
fn the_bill_has_every_order_that_was_served_once() {
    for many in [4, 10_000, 0] {
        let orders = numbers(many);
        let served = |order: u32| order.is_multiple_of(2);
        let due: Vec<u64> = orders
            .iter()
            .filter(|order| served(**order))
            .map(|order| plate(*order))
            .collect();
        let (sum, asked_for) = within("rayon to add up", move || {
            let asked_for = AtomicUsize::new(0);
            let sum = real::bill(&orders, served, |order| {
                asked_for.fetch_add(1, SeqCst);
                plate(order)
            });
            (sum, asked_for.into_inner())
        });
        let asked: u64 = due.iter().sum();
        expect!(
            sum == asked,
            WrongResult,
            "{} of {many} orders were served, for {asked} together; the bill says {sum}",
            due.len()
        );
        expect!(
            asked_for == due.len(),
            WrongResult,
            "{} of {many} orders were served, and {asked_for} prices were asked for",
            due.len()
        );
    }
}

#[test]
#[claim(value)]
fn the_threads_are_those_of_the_pool() {
    let others = within("rayon's pool", || {
        let orders = numbers(100);
        let others = [(); 3].map(|()| AtomicUsize::new(0));
        let note = |function: usize| {
            if rayon::current_thread_index().is_none() {
                others[function].fetch_add(1, SeqCst);
            }
        };
        real::plates(&orders, |order| {
            note(0);
            plate(order)
        });
        real::fresh(&orders, |_| {
            note(1);
            true
        });
        real::bill(
            &orders,
            |_| true,
            |order| {
                note(2);
                plate(order)
            },
        );
        others.map(AtomicUsize::into_inner)
    });
    for (function, others) in ["plates", "fresh", "bill"].iter().zip(others) {
        expect!(
            others == 0,
            WrongResult,
            "{function}: of 100 calls some were made by threads that are not of rayon's pool"
        );
    }
}

#[test]
#[claim(every_interleaving)]
fn the_plates_stand_in_the_order_of_the_orders() {
    every_interleaving(|| {
        plates(&[1, 2, 3], |order| {
            step();
            u64::from(order) * 10
        })
    })
    .because("2 threads cook 3 orders. Who is done first must not matter.")
    .is("{[10, 20, 30]}");
}

#[test]
#[claim(every_interleaving)]
fn the_crates_stay_in_their_order() {
    every_interleaving(|| {
        fresh(&[1, 2, 3], |each| {
            step();
            each != 2
        })
    })
    .because("2 threads taste 3 crates, and the second is bad. Who is done first must not matter.")
    .is("{[1, 3]}");
}

#[test]
#[claim(every_interleaving)]
fn no_price_is_lost() {
    every_interleaving(|| {
        let price = |order| {
            step();
            u64::from(order)
        };
        bill(&[1, 2, 4], |_| true, price)
    })
    .because("2 threads add up 1, 2 and 4.")
    .is("{7}");
}

#[test]
#[claim(every_interleaving)]
fn two_threads_cook_at_the_same_time() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        plates(&[1, 2], |_| {
            both.arrive();
            0
        })
        .len()
    })
    .deadlock_means(
        Verdict::Serial,
        "plates: the pool has 2 threads, and 2 orders must be cooked at the same time. Here one has to finish before the other can begin.",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn two_threads_taste_at_the_same_time() {
    every_interleaving(|| {
        let both = Rendezvous::new(2);
        let good = fresh(&[1, 2], |_| {
            both.arrive();
            true
        });
        good.len()
    })
    .deadlock_means(
        Verdict::Serial,
        "fresh: the pool has 2 threads, and 2 crates must be tasted at the same time. Here one has to finish before the other can begin.",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn two_threads_work_on_the_bill_at_the_same_time() {
    every_interleaving(|| {
        let (both_ask, both_add) = (Rendezvous::new(2), Rendezvous::new(2));
        let served = |_| {
            both_ask.arrive();
            true
        };
        let price = |order| {
            both_add.arrive();
            u64::from(order)
        };
        bill(&[1, 2], served, price)
    })
    .deadlock_means(
        Verdict::Serial,
        "bill: the pool has 2 threads. 2 orders must be looked at, and their prices asked for, at the same time. Here one has to finish before the other can begin.",
    )
    .is("{3}");
}

#[test]
#[claim(every_interleaving)]
fn never_more_at_once_than_the_pool_has_threads() {
    every_interleaving(|| {
        let at_work = Gauge::new();
        plates(&[1, 2, 3], |_| {
            drop(at_work.enter());
            0
        });
        at_work.peak()
    })
    .because(
        "There are 3 orders, and the pool has 2 threads. Counted is how many were cooked at once.",
    )
    .always("1 or 2 at once", |peak| *peak <= 2);
}

#[test]
#[claim(cost)]
fn the_bill_makes_no_list_in_between() {
    let (lists, sum) = within("rayon to add up", || {
        let orders = vec![1; MANY];
        large_allocations(4 * MANY, || real::bill(&orders, |_| true, |_| 1))
    });
    expect!(
        sum == MANY as u64,
        WrongResult,
        "{MANY} orders for 1 each; the bill says {sum}"
    );
    expect!(
        lists == 0,
        WrongResult,
        "bill: memory for a list of all the orders was allocated (count: {lists}); a sum needs none"
    );
}

fn numbers(many: usize) -> Vec<u32> {
    let mut random = random();
    (0..many).map(|_| random.u32(..)).collect()
}

fn plate(order: u32) -> u64 {
    u64::from(order) + 1
}
