//! Spurious wake-ups happen when they are asked for, and only then; and whoever yields starves nobody.

use std::sync::Arc;

use interleave::{Explore, outcomes};
use interleave_std::hint::spin_loop;
use interleave_std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use interleave_std::sync::{Condvar, Mutex};
use interleave_std::thread;

/// Waits without looking at the condition again; the outcome is whether it holds.
fn woken_early(wait: fn(&Condvar, &Mutex<bool>) -> bool) -> bool {
    let shared = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = Arc::clone(&shared);
    thread::spawn(move || {
        *theirs.0.lock().unwrap() = true;
        theirs.1.notify_one();
    });
    wait(&shared.1, &shared.0)
}

fn wait_once(changed: &Condvar, ready: &Mutex<bool>) -> bool {
    let guard = ready.lock().unwrap();
    if *guard {
        true
    } else {
        *changed.wait(guard).unwrap()
    }
}

fn wait_in_a_loop(changed: &Condvar, ready: &Mutex<bool>) -> bool {
    let guard = ready.lock().unwrap();
    *changed.wait_while(guard, |ready| !*ready).unwrap()
}

fn with_spurious(spurious: u32) -> Explore {
    Explore {
        spurious,
        ..Explore::default()
    }
}

#[test]
fn a_wait_without_a_loop_is_caught_by_a_spurious_wake_up() {
    assert_eq!(outcomes(|| woken_early(wait_once)).set(), "{true}");
    let found = with_spurious(1).outcomes(|| woken_early(wait_once));
    assert_eq!(found.set(), "{false, true}");
}

#[test]
fn a_wait_in_a_loop_bears_spurious_wake_ups() {
    for spurious in 1..=2 {
        let found = with_spurious(spurious).outcomes(|| woken_early(wait_in_a_loop));
        assert_eq!(found.set(), "{true}");
    }
}

#[test]
fn park_may_return_for_no_reason() {
    let lonely = || thread::park();
    assert_eq!(outcomes(lonely).set(), "{deadlock}");
    assert_eq!(with_spurious(1).outcomes(lonely).set(), "{(), deadlock}");
}

/// The second thread waits for the first one, which waits for main: each of them lets others go first, and it must not
/// be that each lets the other go first for ever.
#[test]
fn two_threads_that_spin_do_not_starve_each_other() {
    let found = outcomes(|| {
        let flags = Arc::new([AtomicBool::new(false), AtomicBool::new(false)]);
        let (first, second) = (Arc::clone(&flags), Arc::clone(&flags));
        let until = |flag: &AtomicBool| {
            while !flag.load(SeqCst) {
                spin_loop();
            }
        };
        let handles = [
            thread::spawn(move || {
                until(&first[0]);
                first[1].store(true, SeqCst);
            }),
            thread::spawn(move || until(&second[1])),
        ];
        flags[0].store(true, SeqCst);
        for handle in handles {
            handle.join().unwrap();
        }
    });
    assert_eq!(found.set(), "{()}");
    assert!(found.is_exhaustive());
}
