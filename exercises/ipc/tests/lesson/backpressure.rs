//! `backpressure`: the cook is never further ahead than there is room, loses no plate, and ends with the waiter.

use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use ipc_model::backpressure::serve;
use std::sync::Arc;

/// A cook for so many plates: 1, 2, … The count is not part of the model.
fn plates(number: u32) -> impl FnMut() -> Option<u32> + Send {
    let mut made = 0;
    move || {
        made += 1;
        Some(made).filter(|plate| *plate <= number)
    }
}

#[test]
#[claim(value)]
fn every_plate_is_brought_in_order() {
    let mut random = random();
    let asked: Vec<u32> = (0..50).map(|_| random.u32(..)).collect();
    let mut left = asked.clone().into_iter();
    let brought = within("a cook and a waiter to serve 50 plates", move || {
        ipc::backpressure::serve(3, move || left.next(), |plate| Some(u64::from(plate) + 1))
    });
    let asked: Vec<u64> = asked
        .into_iter()
        .map(|plate| u64::from(plate) + 1)
        .collect();
    expect!(
        brought == asked,
        WrongResult,
        "50 plates were made, and bring adds one to each; {} came back, and they are not these in this order",
        brought.len()
    );
}

#[test]
#[claim(every_interleaving)]
fn no_plate_is_lost_on_a_small_pass() {
    every_interleaving(|| serve(1, plates(3), Some))
        .because("3 plates, and room for 1 of them on the pass.")
        .is("{[1, 2, 3]}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn no_plate_at_all_is_an_end_too() {
    every_interleaving(|| serve(1, plates(0), Some))
        .because("The cook makes nothing, and the waiter must go home.")
        .is("{[]}")
        .leaves_nothing_running();
}

/// The cook who makes plate `last` and the waiter who is away with plate 1 must meet.
fn meets_the_cook(room: usize, last: u32) -> usize {
    let both = Arc::new(Rendezvous::new(2));
    let (stove, mut next) = (Arc::clone(&both), plates(last));
    let make = move || {
        let plate = next();
        if plate == Some(last) {
            stove.arrive();
        }
        plate
    };
    let bring = move |plate| {
        if plate == 1 {
            both.arrive();
        }
        Some(plate)
    };
    serve(room, make, bring).len()
}

#[test]
#[claim(every_interleaving)]
fn cook_and_waiter_work_at_the_same_time() {
    every_interleaving(|| meets_the_cook(1, 2))
        .because("The waiter is away with plate 1. The cook must be able to make plate 2.")
        .deadlock_means(
            Verdict::Serial,
            "the cook waits until the waiter is back, or the waiter until all is cooked",
        )
        .is("{2}");
}

#[test]
#[claim(every_interleaving)]
fn the_cook_may_be_ahead_by_the_room_and_one() {
    every_interleaving(|| meets_the_cook(2, 4))
        .because("Room for 2. While the waiter is away with plate 1, plates 2 and 3 lie on the pass, and the cook makes plate 4.")
        .deadlock_means(
            Verdict::WrongResult,
            "the cook waits although there is room",
        )
        .is("{4}");
}

/// A plate that is in the kitchen until it is brought.
struct Plate(#[expect(dead_code, reason = "inside until it is dropped")] interleave::Inside);

/// The most plates that were there at once, of 4, with room for one.
fn most_plates() -> usize {
    let kitchen = Arc::new(Gauge::new());
    let (gauge, mut next) = (Arc::clone(&kitchen), plates(4));
    let make = move || next().map(|_| Plate(gauge.enter()));
    serve(1, make, |plate| {
        drop(plate);
        Some(())
    });
    kitchen.peak()
}

#[test]
#[claim(every_interleaving)]
fn never_more_plates_than_the_room_and_two() {
    every_interleaving(most_plates)
        .because("Room for 1: one plate on the pass, one in the cook's hand, one in the waiter's. 4 plates are made.")
        .always("at most 3 plates at once", |most| *most <= 3);
}

#[test]
#[claim(every_interleaving)]
fn the_cook_sleeps_while_there_is_no_room() {
    every_interleaving(|| {
        let never = Rendezvous::new(2);
        serve(1, plates(4), move |plate| {
            never.arrive();
            Some(plate)
        })
        .len()
    })
    .because("The waiter never comes back. The cook sleeps, and does not look again and again.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn a_cook_without_a_waiter_stops() {
    every_interleaving(|| {
        let made = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&made);
        let make = move || Some(count.fetch_add(1, SeqCst) + 1);
        let brought = serve(1, make, |plate| Some(plate).filter(|plate| *plate < 2));
        (brought, made.load(SeqCst) <= 4)
    })
    .because("The waiter goes home with plate 2. There is food for ever: the cook ends with at most 2 plates more.")
    .is("{([1], true)}")
    .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn a_cook_who_waits_for_room_hears_that_the_waiter_has_gone() {
    every_interleaving(|| serve(1, plates(4), |_: u32| None::<u32>))
        .because("The waiter goes home with plate 1. The cook may wait for room at that moment.")
        .is("{[]}")
        .leaves_nothing_running();
}

#[test]
#[claim(value)]
fn two_thousand_plates_go_over_a_small_pass() {
    let brought = within("2000 plates to go over a pass with room for 2", || {
        let mut next = 0..2_000;
        ipc::backpressure::serve(2, move || next.next(), Some)
    });
    expect!(
        brought == (0..2_000).collect::<Vec<u32>>(),
        WrongResult,
        "2000 plates were made, and not all of them were brought, or in another order"
    );
}
