//! `no_speedup`: one at a time at the stove, all take turns, and the last one is done when all the minutes are over.

use gil_analogy::no_speedup as real;
use gil_analogy_model::no_speedup::{Interpreter, cook_all};
use harness::prelude::*;
use std::cell::Cell;
use std::sync::Mutex;

#[test]
#[claim(value)]
fn the_clock_shows_the_minutes_of_all_dishes() {
    let mut random = random();
    let (first, second) = (random.u64(2..100), random.u64(2..100));
    let (done, worked) = within("one cook to cook 2 dishes", move || {
        let stove = real::Interpreter::default();
        let worked = Cell::new(0);
        let work = || worked.set(worked.get() + 1);
        let done = [stove.cook(first, work), stove.cook(second, work)];
        (done, worked.get())
    });
    let asked = [first, first + second];
    expect!(
        done == asked,
        WrongResult,
        "dishes of {first} and {second} minutes, one after the other, are done at {asked:?}; the answers are {done:?}"
    );
    expect!(
        worked == first + second,
        WrongResult,
        "work is called once in each minute: {} times, and here {worked}",
        first + second
    );
}

#[test]
#[claim(every_interleaving)]
fn never_two_at_the_stove() {
    every_interleaving(|| {
        let stove = Gauge::new();
        cook_all(&Interpreter::default(), &[1, 2], |_| drop(stove.enter()));
        stove.peak()
    })
    .because("2 cooks, 1 Gil. The result is how many worked at the same moment.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn the_last_dish_is_done_when_all_the_minutes_are_over() {
    every_interleaving(|| cook_all(&Interpreter::default(), &[1, 1, 1], |_| ()))
        .because("3 dishes of 1 minute at one stove are done at 1, 2 and 3, in any order.")
        .within("{[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn all_cooks_are_under_way_at_the_same_time() {
    every_interleaving(|| cook_all(&Interpreter::default(), &[1; 5], |_| ()).len())
        .because("One stove, but 5 cooks: each dish has a thread of its own.")
        .together(5);
}

#[test]
#[claim(every_interleaving)]
fn between_two_bytecodes_another_cook_may_have_a_turn() {
    every_interleaving(|| cook_all(&Interpreter::default(), &[2, 2], |_| ()))
        .missing_means(
            Verdict::Serial,
            "a dish is cooked to its end before another one gets the stove: the cooks do not take turns",
        )
        .because("2 dishes of 2 minutes. The first to be done is done at 2 or, after a turn of the other, at 3.")
        .is("{[2, 4], [3, 4], [4, 2], [4, 3]}");
}

#[test]
#[claim(snapshot)]
fn more_cooks_do_not_make_the_evening_shorter() {
    let table = within("up to 7 cooks to cook", || real::table(12, &[1, 2, 5, 7]));
    assert_snapshot!(table, @"
    cooks | one stove | a stove each
        1 |        12 |           12
        2 |        12 |            6
        5 |        12 |            3
        7 |        12 |            2
    ");
}

#[test]
#[claim(value)]
fn four_real_threads_are_no_faster_than_one() {
    let mut random = random();
    let dishes: [u64; 4] = std::array::from_fn(|_| random.u64(100..500));
    let before = random.u64(1..100);
    let (done, worked) = within("4 cooks at one stove", move || {
        let worked = Mutex::new([0; 4]);
        let work = |dish: usize| worked.lock().unwrap()[dish] += 1;
        let stove = real::Interpreter::default();
        stove.cook(before, || ());
        let done = real::cook_all(&stove, &dishes, work);
        (done, worked.into_inner().unwrap())
    });
    let minutes = before + dishes.iter().sum::<u64>();
    expect!(
        done.iter().max() == Some(&minutes),
        WrongResult,
        "the clock shows {before}, then dishes of {dishes:?} minutes are cooked: until {minutes}. The last one is done at another time"
    );
    expect!(
        done.len() == 4
            && done
                .iter()
                .zip(dishes)
                .all(|(done, needed)| *done >= before + needed),
        WrongResult,
        "the clock shows {before}, and no dish of {dishes:?} minutes is done before its minutes are over; at least one is"
    );
    expect!(
        worked == dishes,
        WrongResult,
        "work is called for each dish in each of its minutes, {dishes:?} times; it was called {worked:?} times"
    );
}
