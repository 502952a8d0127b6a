//! `semaphore`: never more than N inside, nobody sleeps beside a free permit, every permit comes back.

use harness::prelude::*;
use interleave_std as model;
use locks_model::semaphore::Semaphore;
use std::sync::Arc;
use std::thread;

#[test]
#[claim(every_interleaving)]
fn a_second_permit_is_there_for_a_second_thread() {
    every_interleaving(|| {
        let ovens = Semaphore::new(2);
        let both = Rendezvous::new(2);
        let bake = || {
            let _permit = ovens.acquire();
            both.arrive();
        };
        model::thread::scope(|scope| {
            scope.spawn(bake);
            scope.spawn(bake);
        });
    })
    .deadlock_means(
        Verdict::Serial,
        "with 2 permits, 2 threads cannot be inside at the same time",
    )
    .because("There are 2 permits and 2 threads. Neither is done before both are inside.")
    .is("{()}");
}

#[test]
#[claim(every_interleaving)]
fn a_dropped_permit_goes_back() {
    every_interleaving(|| {
        let ovens = Semaphore::new(2);
        let mut free = vec![ovens.available()];
        let first = ovens.acquire();
        free.push(ovens.available());
        let second = ovens.acquire();
        free.push(ovens.available());
        drop(first);
        free.push(ovens.available());
        drop(second);
        free.push(ovens.available());
        free
    })
    .because("There are 2 permits. 2 are taken one after the other, then both are dropped.")
    .is("{[2, 1, 0, 1, 2]}");
}

#[test]
#[claim(every_interleaving)]
fn acquire_waits_while_there_is_no_permit() {
    every_interleaving(|| {
        let ovens = Semaphore::new(1);
        let _first = ovens.acquire();
        let _second = ovens.acquire();
    })
    .because("There is 1 permit and it is never dropped: the second acquire sleeps for ever.")
    .waits_for_ever();
}

#[test]
#[claim(every_interleaving)]
fn a_refusal_takes_nothing_and_gives_nothing_back() {
    every_interleaving(|| {
        let ovens = Semaphore::new(1);
        let first = ovens.try_acquire();
        let second = ovens.try_acquire();
        let taken = (first.is_some(), second.is_some());
        drop(second);
        drop(first);
        (taken, ovens.available())
    })
    .because(
        "There is 1 permit. The first try gets it, the second is refused, and 1 permit comes back.",
    )
    .is("{((true, false), 1)}");
}

#[test]
#[claim(every_interleaving)]
fn a_try_is_refused_only_if_no_permit_is_left() {
    every_interleaving(|| {
        let ovens = Semaphore::new(2);
        model::thread::scope(|scope| {
            let other = scope.spawn(|| ovens.try_acquire().is_some());
            let mine = ovens.try_acquire();
            (mine.is_some(), other.join().unwrap())
        })
    })
    .because("There are 2 permits, and 2 threads try at the same time. Neither may be refused.")
    .is("{(true, true)}");
}

#[test]
#[claim(every_interleaving)]
fn who_waits_is_woken_by_a_permit_that_comes_back() {
    every_interleaving(|| {
        let ovens = Semaphore::new(1);
        model::thread::scope(|scope| {
            scope.spawn(|| drop(ovens.acquire()));
            scope.spawn(|| drop(ovens.acquire()));
        });
        ovens.available()
    })
    .because("2 threads take the same permit, one after the other. In the end it is back.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn two_who_wait_are_both_woken() {
    every_interleaving(|| {
        let ovens = Semaphore::new(2);
        let taken = [ovens.acquire(), ovens.acquire()];
        model::thread::scope(|scope| {
            scope.spawn(|| std::mem::forget(ovens.acquire()));
            scope.spawn(|| std::mem::forget(ovens.acquire()));
            drop(taken);
        });
        ovens.available()
    })
    .because("2 threads wait for a permit, and 2 permits come back. Each of the 2 gets one and keeps it.")
    .is("{0}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_is_no_permit() {
    every_interleaving(|| {
        let ovens = Semaphore::new(1);
        let inside = Gauge::new();
        let bake = || {
            let _permit = ovens.acquire();
            let _inside = inside.enter();
        };
        model::thread::scope(|scope| {
            scope.spawn(bake);
            scope.spawn(bake);
            bake();
        });
        inside.peak()
    })
    .because("There is 1 permit for 3 threads. Another thread may be faster than the one that was woken.")
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn never_more_are_inside_than_there_are_permits() {
    every_interleaving(|| {
        let ovens = Semaphore::new(2);
        let inside = Gauge::new();
        let bake = || {
            let _permit = ovens.acquire();
            let _inside = inside.enter();
        };
        model::thread::scope(|scope| {
            scope.spawn(bake);
            scope.spawn(bake);
            bake();
        });
        inside.peak()
    })
    .because("There are 2 permits for 3 threads.")
    .within("{1, 2}");
}

#[test]
#[claim(every_interleaving)]
fn a_wakeup_without_a_notification_does_no_harm() {
    every_interleaving(|| {
        let ovens = Semaphore::new(1);
        let inside = Gauge::new();
        let bake = || {
            let _permit = ovens.acquire();
            let _inside = inside.enter();
        };
        model::thread::scope(|scope| {
            scope.spawn(bake);
            bake();
        });
        inside.peak()
    })
    .with_spurious_wakeups(1)
    .because(
        "There is 1 permit for 2 threads. One wait ends without any notification, as std allows.",
    )
    .is("{1}");
}

#[test]
#[claim(every_interleaving)]
fn a_thread_that_panics_gives_its_permit_back() {
    every_interleaving(|| {
        let ovens = Arc::new(Semaphore::new(1));
        let theirs = Arc::clone(&ovens);
        let burnt = model::thread::spawn(move || {
            let _permit = theirs.acquire();
            panic!("burns a finger");
        });
        (burnt.join().is_err(), ovens.available())
    })
    .because(
        "A thread takes the only permit and panics. The permit is back when the thread has ended.",
    )
    .is("{(true, 1)}");
}

#[test]
#[claim(value)]
fn eight_threads_share_three_permits() {
    let rounds = random().usize(500..1_000);
    let (inside, left) = within("8 threads to take 3 permits", move || {
        let shared = Arc::new((locks::semaphore::Semaphore::new(3), Headcount::new()));
        let cooks: Vec<_> = (0..8)
            .map(|_| {
                let shared = Arc::clone(&shared);
                thread::spawn(move || {
                    for _ in 0..rounds {
                        let _permit = shared.0.acquire();
                        let _inside = shared.1.enter();
                    }
                })
            })
            .collect();
        cooks.into_iter().for_each(|cook| cook.join().unwrap());
        let left = shared.0.available();
        (shared, left)
    });
    inside.1.never_more_than(3, "threads");
    expect!(
        left == 3,
        WrongResult,
        "there are 3 permits, and after {rounds} rounds of 8 threads there are not 3 again"
    );
}
