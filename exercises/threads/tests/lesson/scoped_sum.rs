//! `scoped_sum`: every number once, all parts at the same time, no copy.

use crate::step::step;
use harness::prelude::*;
use std::collections::HashSet;
use std::sync::Mutex;
use std::thread;

type Add<'a> = &'a (dyn Fn(&[u64]) -> u64 + Sync);

#[test]
#[claim(value)]
fn one_thread_adds_up_everything() {
    let sum: fn(&[u64], usize, Add) -> u64 = threads::scoped_sum::sum;
    let numbers = numbers(100);
    let asked: u64 = numbers.iter().sum();
    let found = within("one thread to add", move || sum(&numbers, 1, &plus));
    expect!(
        found == asked,
        WrongResult,
        "1 thread, 100 numbers: the sum is {asked}, and yours is {found}"
    );
}

#[test]
#[claim(value)]
fn every_number_counts_exactly_once() {
    for (many, threads) in [(8, 4), (7, 3), (10, 4), (9, 8), (101, 4), (2, 5), (0, 3)] {
        let numbers = numbers(many);
        let asked: u64 = numbers.iter().sum();
        let found = within("the threads to add", move || {
            threads::scoped_sum::sum(&numbers, threads, &plus)
        });
        expect!(
            found == asked,
            WrongResult,
            "{threads} threads, {many} numbers: the sum is {asked}, and yours is {found}"
        );
    }
}

#[test]
#[claim(value)]
fn no_part_is_more_than_half_of_the_work_of_three() {
    let many = random().usize(300..400);
    let largest = within("3 threads to add", move || {
        let largest = Mutex::new(0);
        threads::scoped_sum::sum(&numbers(many), 3, &|part| {
            let mut largest = largest.lock().unwrap();
            *largest = part.len().max(*largest);
            plus(part)
        });
        largest.into_inner().unwrap()
    });
    expect!(
        largest <= many / 2,
        WrongResult,
        "3 threads share {many} numbers, and one part has {largest} of them"
    );
}

#[test]
#[claim(value)]
fn no_more_threads_add_than_were_asked_for() {
    for (many, threads) in [(7, 3), (11, 4), (100, 8)] {
        let adders = within("the threads to add", move || {
            let adders = Mutex::new(HashSet::new());
            threads::scoped_sum::sum(&numbers(many), threads, &|part| {
                adders.lock().unwrap().insert(thread::current().id());
                plus(part)
            });
            adders.into_inner().unwrap().len()
        });
        expect!(
            adders <= threads,
            WrongResult,
            "{threads} threads were asked for with {many} numbers, and more than {threads} have called add"
        );
    }
}

#[test]
#[claim(every_interleaving)]
fn the_sum_does_not_depend_on_who_is_faster() {
    every_interleaving(|| {
        threads_model::scoped_sum::sum(&[1, 2, 3, 4, 5], 2, &|part| {
            step();
            plus(part)
        })
    })
    .because("2 threads share the numbers 1 to 5. Nobody's sum may be lost.")
    .is("{15}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn all_the_parts_are_added_up_at_the_same_time() {
    every_interleaving(|| {
        let all_add = Rendezvous::new(3);
        threads_model::scoped_sum::sum(&[1, 2, 3, 4, 5, 6], 3, &|part| {
            all_add.arrive();
            plus(part)
        })
    })
    .deadlock_means(
        Verdict::Serial,
        "3 threads must add at the same time. Here one has to finish before another can begin.",
    )
    .is("{21}");
}

#[test]
#[claim(together)]
fn nine_real_threads_add_at_the_same_time() {
    // More than the usual pool of 4 or 8.
    within("9 threads with 18 numbers", || {
        let all_add = Meeting::new(9, "threads");
        threads::scoped_sum::sum(&numbers(18), 9, &|part| {
            all_add.arrive();
            plus(part)
        });
        all_add.check();
    });
}

#[test]
#[claim(cost)]
fn no_part_is_copied() {
    const MANY: usize = 1 << 22;
    let (copies, found) = within("4 threads to look", || {
        let numbers = vec![0; MANY];
        large_allocations(MANY, || {
            threads::scoped_sum::sum(&numbers, 4, &|part| part.len() as u64)
        })
    });
    expect!(
        copies == 0,
        WrongResult,
        "memory for a whole part or more was allocated (count: {copies}); 4 threads can read the same list"
    );
    expect!(
        found == MANY as u64,
        WrongResult,
        "4 threads were given {found} of {MANY} numbers"
    );
}

fn numbers(many: usize) -> Vec<u64> {
    let mut random = random();
    (0..many).map(|_| random.u64(1..1_000_000)).collect()
}

fn plus(part: &[u64]) -> u64 {
    part.iter().sum()
}
