//! `park` and `unpark`.

use crate::support::{only, results, results_with_one_spurious_failure};
use interleave_std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use interleave_std::thread;
use std::time::Duration;

#[test]
fn a_token_left_before_the_park_is_not_lost() {
    let seen = only(|| {
        let child = thread::spawn(thread::park);
        child.thread().unpark();
        child.join().unwrap();
    });
    assert_eq!(seen, "()");
}

#[test]
fn two_tokens_are_one() {
    let seen = only(|| {
        thread::current().unpark();
        thread::current().unpark();
        thread::park();
        thread::park();
    });
    assert_eq!(seen, "deadlock");
}

#[test]
fn park_without_a_loop_fails_by_a_spurious_wake_up() {
    let wait = || {
        let ready = AtomicBool::new(false);
        thread::scope(|scope| {
            let child = scope.spawn(|| {
                thread::park();
                ready.load(SeqCst)
            });
            ready.store(true, SeqCst);
            child.thread().unpark();
            child.join().unwrap()
        })
    };
    assert_eq!(results(wait), ["true"]);
    assert_eq!(results_with_one_spurious_failure(wait), ["false", "true"]);
}

#[test]
#[allow(
    deprecated,
    reason = "the deprecated function is one of the two claimed"
)]
fn park_with_a_time_out_always_ends() {
    let seen = only(|| {
        thread::park_timeout(Duration::from_secs(1));
        thread::park_timeout_ms(1);
    });
    assert_eq!(seen, "()");
}
