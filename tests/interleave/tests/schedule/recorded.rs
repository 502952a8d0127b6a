//! Schedules of real executions: what the engine records is what a learner reads.

use interleave::{Explore, Outcome};
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Condvar, Mutex};
use interleave_std::thread;
use std::fmt::Debug;

use crate::build::WIDE;

/// The shortest schedule to a bad outcome, at 80 columns.
fn shortest<T: Debug + Send>(body: fn() -> T, bad: fn(&Outcome<T>) -> bool) -> String {
    let found = Explore::default().shortest(body, bad);
    let schedule = found.expect("a bad outcome").schedule;
    // How many executions the search takes is the search's matter.
    interleave::Schedule {
        executions: 0,
        ..schedule
    }
    .render(WIDE)
}

#[test]
fn a_lost_update_is_recorded_with_its_values() {
    let add_twice = || {
        let count = AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let seen = count.load(SeqCst);
                    count.store(seen + 1, SeqCst);
                });
            }
        });
        count.into_inner()
    };
    insta::assert_snapshot!(shortest(add_twice, |o| *o == Outcome::Value(1)));
}

#[test]
fn two_locks_in_two_orders_are_recorded_with_holders_and_waiters() {
    let cross = || {
        let (left, right) = (Mutex::new(0), Mutex::new(0));
        thread::scope(|scope| {
            scope.spawn(|| {
                let _left = left.lock().unwrap();
                let _right = right.lock().unwrap();
            });
            scope.spawn(|| {
                let _right = right.lock().unwrap();
                let _left = left.lock().unwrap();
            });
        });
    };
    insta::assert_snapshot!(shortest(cross, |o| *o == Outcome::Deadlock));
}

#[test]
fn a_notification_that_nobody_hears_is_recorded_as_such() {
    let visit = || {
        let open = Mutex::new(false);
        let opened = Condvar::new();
        thread::scope(|scope| {
            scope.spawn(|| {
                let unlocked = *open.lock().unwrap();
                if !unlocked {
                    let guard = open.lock().unwrap();
                    drop(opened.wait(guard).unwrap());
                }
            });
            *open.lock().unwrap() = true;
            opened.notify_all();
        });
    };
    insta::assert_snapshot!(shortest(visit, |o| *o == Outcome::Deadlock));
}
