//! `switch_interval`: who waits asks, who is asked hands over, and nobody hands over to nobody.

use gil_analogy::switch_interval as real;
use gil_analogy_model::switch_interval::Gil;
use harness::prelude::*;
use interleave_std as model;
use model::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::atomic;
use std::thread;
use std::time::Duration;

/// In the model every wait may time out or not, whatever its length.
const INTERVAL: Duration = Duration::from_millis(5);

#[test]
#[claim(every_interleaving)]
fn never_two_threads_hold_the_gil() {
    every_interleaving(|| {
        let gil = Gil::new(INTERVAL);
        let stove = Gauge::new();
        let mut guard = gil.take();
        model::thread::scope(|scope| {
            scope.spawn(|| {
                drop(gil.take());
                let _guard = gil.take();
                let _cooking = stove.enter();
            });
            guard.eval_breaker();
            drop(stove.enter());
            drop(guard);
        });
        stove.peak()
    })
    .because("1 cook holds the Gil, looks whether it was asked, and cooks. Another takes the Gil 2 times, and cooks. The result is how many cooked at the same time.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn without_a_request_nothing_is_dropped() {
    every_interleaving(|| {
        let gil = Gil::new(INTERVAL);
        let mut guard = gil.take();
        let asked = gil.drop_requested();
        (asked, guard.eval_breaker())
    })
    .because("1 cook is alone: nobody asks, so there is nobody to hand over to.")
    .is("{(false, false)}");
}

#[test]
#[claim(every_interleaving)]
fn who_is_asked_hands_over_and_waits_for_the_switch() {
    every_interleaving(|| {
        let gil = Gil::new(INTERVAL);
        let came = AtomicBool::new(false);
        let mut guard = gil.take();
        model::thread::scope(|scope| {
            scope.spawn(|| {
                let _guard = gil.take();
                came.store(true, SeqCst);
            });
            let asked = gil.drop_requested();
            let handed_over = guard.eval_breaker();
            let seen = (asked, handed_over, came.load(SeqCst));
            drop(guard);
            seen
        })
    })
    .missing_means(
        Verdict::Serial,
        "the waiting cook never asks, or is never heard: the stove is free only when the holder is done with everything",
    )
    .because("1 cook holds the Gil, another takes it. The result is: was the Gil asked for, did the eval breaker hand it over, was the other cook at the stove. Who is asked hands over, and who hands over sees the other one come.")
    .is("{(false, false, false), (false, true, true), (true, true, true)}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_without_a_notification_is_no_switch() {
    every_interleaving(|| {
        let gil = Gil::new(INTERVAL);
        let came = AtomicBool::new(false);
        let mut guard = gil.take();
        model::thread::scope(|scope| {
            scope.spawn(|| {
                let _guard = gil.take();
                came.store(true, SeqCst);
            });
            let seen = (guard.eval_breaker(), came.load(SeqCst));
            drop(guard);
            seen
        })
    })
    .with_spurious_wakeups(1)
    .because("1 cook holds the Gil, another takes it. One wait ends without any notification, as std allows. The result is: did the eval breaker hand the Gil over, was the other cook at the stove.")
    .is("{(false, false), (true, true)}");
}

#[test]
#[claim(every_interleaving)]
fn a_request_ends_when_it_is_served() {
    every_interleaving(|| {
        let gil = Gil::new(INTERVAL);
        let mut guard = gil.take();
        model::thread::scope(|scope| {
            scope.spawn(|| drop(gil.take()));
            let handed_over = [guard.eval_breaker(), guard.eval_breaker()];
            drop(guard);
            handed_over
        })
    })
    .because("1 cook holds the Gil and looks 2 times. Another takes it once, so it is handed over once at the most.")
    .is("{[false, false], [false, true], [true, false]}");
}

#[test]
#[claim(every_interleaving)]
fn a_request_ends_also_when_the_holder_has_simply_ended() {
    every_interleaving(|| {
        let gil = Gil::new(INTERVAL);
        let guard = gil.take();
        model::thread::scope(|scope| {
            let other = scope.spawn(|| gil.take().eval_breaker());
            drop(guard);
            other.join().unwrap()
        })
    })
    .because("1 cook holds the Gil and drops it. Another may have asked before; then it has the Gil, and nobody else is there.")
    .is("{false}");
}

#[test]
#[claim(value)]
fn a_real_holder_that_never_ends_is_made_to_hand_over() {
    let turns = random().usize(3..6);
    let handed_over = within("a waiting cook to get its turns", move || {
        let gil = real::Gil::new(Duration::from_millis(1));
        let done = atomic::AtomicBool::new(false);
        let mut guard = gil.take();
        thread::scope(|scope| {
            scope.spawn(|| {
                (0..turns).for_each(|_| drop(gil.take()));
                done.store(true, atomic::Ordering::SeqCst);
            });
            let mut handed_over = 0;
            while !done.load(atomic::Ordering::SeqCst) {
                handed_over += usize::from(guard.eval_breaker());
            }
            drop(guard);
            handed_over
        })
    });
    expect!(
        handed_over >= 1,
        WrongResult,
        "another cook had {turns} turns, and the holder says that it never handed over"
    );
}

/// Who asks too early has this long to show it; who asks in time never does. So a right program never depends on it.
const A_MOMENT: Duration = Duration::from_millis(300);

#[test]
#[claim(value)]
fn nobody_asks_before_the_interval_has_passed() {
    let asked = within(
        "a cook to wait at a Gil with an interval of an hour",
        || {
            let gil = real::Gil::new(Duration::from_secs(3_600));
            let waits = atomic::AtomicBool::new(false);
            let guard = gil.take();
            thread::scope(|scope| {
                scope.spawn(|| {
                    waits.store(true, atomic::Ordering::SeqCst);
                    drop(gil.take());
                });
                while !waits.load(atomic::Ordering::SeqCst) {
                    thread::yield_now();
                }
                thread::park_timeout(A_MOMENT);
                let asked = gil.drop_requested();
                drop(guard);
                asked
            })
        },
    );
    expect!(
        !asked,
        WrongResult,
        "the interval is an hour, a cook waited for a moment, and it has asked already"
    );
}

#[test]
#[claim(value)]
fn three_real_cooks_share_the_stove_and_all_of_them_end() {
    let rounds = random().usize(50..100);
    let stove = within("3 cooks to hand over to each other", move || {
        let gil = real::Gil::new(Duration::from_millis(1));
        let stove = Headcount::new();
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let mut guard = gil.take();
                    for _ in 0..rounds {
                        drop(stove.enter());
                        guard.eval_breaker();
                    }
                });
            }
        });
        stove
    });
    stove.never_more_than(1, "cooks");
}
