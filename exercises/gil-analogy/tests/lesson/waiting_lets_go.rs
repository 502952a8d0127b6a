//! `waiting_lets_go`: all wait at the same time, one at a time is at the stove.

use gil_analogy::waiting_lets_go as real;
use gil_analogy_model::waiting_lets_go::{Gil, cook_all};
use harness::prelude::*;
use interleave_std as model;
use std::sync::Arc;

#[test]
#[claim(every_interleaving)]
fn the_gil_is_free_while_its_thread_waits() {
    every_interleaving(|| {
        let gil = Gil::default();
        let (guard, goods) = gil.take().while_waiting(|| {
            drop(gil.take());
            7
        });
        drop(guard);
        goods
    })
    .deadlock_means(
        Verdict::Serial,
        "a thread that waits keeps the Gil: nobody else can cook, or begin to wait",
    )
    .because("During the wait the Gil is taken and dropped once more. The wait gives 7.")
    .is("{7}");
}

#[test]
#[claim(every_interleaving)]
fn the_gil_is_held_again_after_the_wait() {
    every_interleaving(|| {
        let gil = Gil::default();
        let stove = Gauge::new();
        let cook = || {
            let (_guard, ()) = gil.take().while_waiting(|| ());
            let _cooking = stove.enter();
        };
        model::thread::scope(|scope| {
            scope.spawn(cook);
            cook();
        });
        stove.peak()
    })
    .because("2 threads wait, and cook after it. The result is how many cooked at the same time.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn a_panic_in_the_wait_drops_nobody_elses_gil() {
    every_interleaving(|| {
        let shared = Arc::new((Gil::default(), Gauge::new()));
        let cook = |shared: &(Gil, Gauge)| {
            let _guard = shared.0.take();
            let _cooking = shared.1.enter();
        };
        let theirs = Arc::clone(&shared);
        let lost = model::thread::spawn(move || {
            let _ = theirs.0.take().while_waiting(|| panic!("loses the way"));
        });
        let theirs = Arc::clone(&shared);
        let other = model::thread::spawn(move || cook(&theirs));
        cook(&shared);
        other.join().unwrap();
        (lost.join().is_err(), shared.1.peak())
    })
    .because("A thread panics while it waits. 2 others cook, and the result's number is how many cooked at the same time.")
    .is("{(true, 1)}");
}

#[test]
#[claim(every_interleaving)]
fn all_are_at_the_market_at_the_same_time() {
    every_interleaving(|| {
        let market = Rendezvous::new(2);
        let goods = |order| {
            market.arrive();
            order
        };
        cook_all(&Gil::default(), &[1, 2], goods, |goods| goods).len()
    })
    .deadlock_means(
        Verdict::Serial,
        "2 cooks must be at the market at the same moment. Here one has to come back before another can go.",
    )
    .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn the_dishes_come_in_the_order_of_the_orders() {
    every_interleaving(|| cook_all(&Gil::default(), &[3, 1], |o| o + 10, |goods| goods * 2))
        .because("The goods are 10 more than the order, the dish is twice the goods.")
        .is("{[26, 22]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn one_at_a_time_is_at_the_stove() {
    every_interleaving(|| {
        let stove = Gauge::new();
        let cook = |goods| {
            let _cooking = stove.enter();
            goods
        };
        cook_all(&Gil::default(), &[1, 2], |order| order, cook);
        stove.peak()
    })
    .because("2 orders are cooked. The result is how many of them at the same time.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn who_holds_the_gil_keeps_all_cooks_from_the_stove() {
    every_interleaving(|| {
        let gil = Gil::default();
        let stove = Gauge::new();
        let cook = || drop(stove.enter());
        model::thread::scope(|scope| {
            scope.spawn(|| {
                let _guard = gil.take();
                cook();
            });
            cook_all(&gil, &[1], |order| order, |_| { cook(); 0 });
        });
        stove.peak()
    })
    .because("A guest takes the Gil and cooks, while 1 order is cooked. The result is how many cooked at the same time.")
    .is("{1}");
}

#[test]
#[claim(together)]
fn nine_real_cooks_wait_together_and_cook_in_turn() {
    let mut random = random();
    // More than the usual pool of 4 or 8.
    let orders: Vec<u64> = (0..9).map(|_| random.u64(..1_000)).collect();
    let asked: Vec<u64> = orders.iter().map(|order| order * 3 + 1).collect();
    let (dishes, stove) = within("9 cooks to come from the market and cook", move || {
        let market = Meeting::new(9, "cooks");
        let stove = Headcount::new();
        let goods = |order| {
            market.arrive();
            order * 3
        };
        let cook = |goods| {
            let _cooking = stove.enter();
            goods + 1
        };
        let dishes = real::cook_all(&real::Gil::default(), &orders, goods, cook);
        market.check();
        (dishes, stove)
    });
    stove.never_more_than(1, "cooks");
    expect!(
        dishes == asked,
        WrongResult,
        "the dishes should be {asked:?}; they are {dishes:?}"
    );
}
