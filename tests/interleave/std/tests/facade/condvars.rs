//! `Condvar`.

use crate::support::{only, results, results_with_one_spurious_failure};
use interleave_std::sync::{Condvar, Mutex};
use interleave_std::thread;
use std::time::Duration;

/// One thread waits as `wait` does until another has set the flag.
fn flag<T: Ord + std::fmt::Debug>(wait: impl Fn(&Mutex<bool>, &Condvar) -> T) -> T {
    let (flag, changed) = (Mutex::new(false), Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            *flag.lock().unwrap() = true;
            changed.notify_one();
        });
        wait(&flag, &changed)
    })
}

#[test]
fn waiting_in_a_loop_always_sees_the_flag() {
    let seen = only(|| {
        flag(|flag, changed| {
            *changed
                .wait_while(flag.lock().unwrap(), |set| !*set)
                .unwrap()
        })
    });
    assert_eq!(seen, "true");
}

#[test]
fn a_notification_before_the_wait_is_lost() {
    let seen = results(|| flag(|flag, changed| *changed.wait(flag.lock().unwrap()).unwrap()));
    assert_eq!(seen, ["true", "deadlock"]);
}

#[test]
fn waiting_without_a_loop_fails_by_a_spurious_wake_up() {
    let wait = || {
        flag(|flag, changed| {
            let mut set = flag.lock().unwrap();
            if !*set {
                set = changed.wait(set).unwrap();
            }
            *set
        })
    };
    assert_eq!(results(wait), ["true"]);
    assert_eq!(results_with_one_spurious_failure(wait), ["false", "true"]);
}

#[test]
fn a_time_out_ends_the_whole_wait() {
    let seen = results(|| {
        flag(|flag, changed| {
            let second = Duration::from_secs(1);
            let (set, result) = changed
                .wait_timeout_while(flag.lock().unwrap(), second, |set| !*set)
                .unwrap();
            (*set, result.timed_out())
        })
    });
    assert_eq!(seen, ["(false, true)", "(true, false)"]);
}

/// Waits for the flag, up to a time-out, until `enough` says so after so many time-outs. Returns their number.
fn patience(enough: impl Fn(bool, u32) -> bool) -> u32 {
    flag(|flag, changed| {
        let second = Duration::from_secs(1);
        let (mut set, mut time_outs) = (flag.lock().unwrap(), 0);
        while !enough(*set, time_outs) {
            let result;
            (set, result) = changed.wait_timeout(set, second).unwrap();
            time_outs += u32::from(result.timed_out());
        }
        time_outs
    })
}

#[test]
fn who_gives_up_after_two_time_outs_may_do_so_before_anybody_else_makes_a_step() {
    let seen = results(|| patience(|set, time_outs| set || time_outs == 2));
    assert_eq!(seen, ["0", "1", "2"]);
}

#[test]
fn who_never_gives_up_lets_the_others_go_on() {
    let seen = results(|| patience(|set, _| set) < 10);
    assert_eq!(seen, ["true"]);
}

#[test]
#[allow(deprecated, reason = "the deprecated method is the claim")]
fn the_wait_in_milliseconds_says_whether_it_was_notified() {
    let seen = results(|| {
        flag(|flag, changed| {
            let (set, notified) = changed.wait_timeout_ms(flag.lock().unwrap(), 5).unwrap();
            assert!(*set || !notified);
            notified
        })
    });
    assert_eq!(seen, ["false", "true"]);
}

#[test]
fn notify_one_may_wake_any_waiter_and_notify_all_wakes_each() {
    let waiters = |notify: fn(&Condvar)| {
        let (ready, changed) = (Mutex::new((0, false)), Condvar::new());
        let order = Mutex::new(vec![]);
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let (ready, changed, order) = (&ready, &changed, &order);
                scope.spawn(move || {
                    let mut state = ready.lock().unwrap();
                    state.0 += 1;
                    while !state.1 {
                        state = changed.wait(state).unwrap();
                    }
                    order.lock().unwrap().push(name);
                });
            }
            let mut state = ready.lock().unwrap();
            if state.0 == 2 {
                state.1 = true;
                drop(state);
                notify(&changed);
            } else {
                // too early for the claim: let both go
                state.1 = true;
                drop(state);
                changed.notify_all();
            }
        });
        order.into_inner().unwrap().len()
    };
    assert_eq!(results(|| waiters(Condvar::notify_all)), ["2"]);
    assert_eq!(results(|| waiters(Condvar::notify_one)), ["2", "deadlock"]);
}
