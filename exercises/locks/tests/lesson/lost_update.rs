//! `lost_update`: each change of an atomic is one step, or it is lost.

use harness::prelude::*;
use interleave_std as model;
use locks_model::lost_update::OrderDesk;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(value)]
fn one_waiter_alone_sees_nothing_wrong() {
    let mut random = random();
    let cooks = random.usize(2..5);
    let sizes: Vec<u64> = (0..8).map(|_| random.u64(1..100)).collect();
    let noted = sizes.clone();
    let (numbers, turns, largest) = within("one thread to bring 8 orders", move || {
        let desk = locks::lost_update::OrderDesk::new(cooks);
        noted.into_iter().for_each(|plates| desk.note_size(plates));
        let numbers: Vec<u64> = (0..8).map(|_| desk.number()).collect();
        let turns: Vec<usize> = (0..8).map(|_| desk.next_cook()).collect();
        (numbers, turns, desk.largest())
    });
    expect!(
        numbers.iter().copied().eq(1..=8),
        WrongResult,
        "8 orders get the numbers 1 to 8; they got {numbers:?}"
    );
    expect!(
        Some(&largest) == sizes.iter().max(),
        WrongResult,
        "orders of {sizes:?} plates were noted, and the largest is said to have {largest}"
    );
    let asked: Vec<usize> = (0..8).map(|turn| turn % cooks).collect();
    expect!(
        turns == asked,
        WrongResult,
        "{cooks} cooks take turns like this: {asked:?}; they took {turns:?}"
    );
}

#[test]
#[claim(every_interleaving)]
fn no_number_is_given_twice() {
    every_interleaving(|| {
        let desk = OrderDesk::new(2);
        let mut numbers = model::thread::scope(|scope| {
            let other = scope.spawn(|| [desk.number(), desk.number()]);
            let mine = [desk.number(), desk.number()];
            [mine, other.join().unwrap()].concat()
        });
        numbers.sort_unstable();
        numbers
    })
    .because("2 threads take 2 numbers each. Sorted, these must be 1, 2, 3, 4.")
    .is("{[1, 2, 3, 4]}");
}

#[test]
#[claim(every_interleaving)]
fn a_smaller_order_never_overwrites_a_larger_one() {
    every_interleaving(|| {
        let desk = OrderDesk::new(2);
        model::thread::scope(|scope| {
            scope.spawn(|| desk.note_size(8));
            scope.spawn(|| desk.note_size(5));
            desk.note_size(3);
        });
        desk.largest()
    })
    .with_spurious_wakeups(1)
    .because("3 threads note orders of 8, 5 and 3 plates. The largest has 8.")
    .is("{8}");
}

#[test]
#[claim(every_interleaving)]
fn no_cook_is_passed_over() {
    every_interleaving(|| {
        let desk = OrderDesk::new(2);
        let mut turns = model::thread::scope(|scope| {
            let first = scope.spawn(|| desk.next_cook());
            let second = scope.spawn(|| desk.next_cook());
            [
                desk.next_cook(),
                first.join().unwrap(),
                second.join().unwrap(),
            ]
        });
        turns.sort_unstable();
        turns
    })
    .with_spurious_wakeups(1)
    .because("3 threads ask for a cook, and there are 2. Cook 0 has 2 turns, cook 1 has 1.")
    .is("{[0, 0, 1]}");
}

#[test]
#[claim(value)]
fn four_waiters_get_each_number_once() {
    let each = random().usize(5_000..10_000);
    let mut numbers = within("4 threads to take their numbers", move || {
        let desk = Arc::new(locks::lost_update::OrderDesk::new(3));
        let waiters: Vec<_> = (0..4)
            .map(|_| {
                let desk = Arc::clone(&desk);
                thread::spawn(move || (0..each).map(|_| desk.number()).collect::<Vec<u64>>())
            })
            .collect();
        waiters
            .into_iter()
            .flat_map(|waiter| waiter.join().unwrap())
            .collect::<Vec<u64>>()
    });
    numbers.sort_unstable();
    let asked = 4 * each as u64;
    expect!(
        numbers.into_iter().eq(1..=asked),
        WrongResult,
        "4 threads took {each} numbers each, and these are not the numbers 1 to {asked}, each of them once"
    );
}
