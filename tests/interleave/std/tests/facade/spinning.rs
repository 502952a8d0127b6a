//! Busy waiting ends when its condition can come true.

use crate::support::only;
use interleave_std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use interleave_std::{hint, thread};

fn wait_with(step: fn()) -> u32 {
    let flag = AtomicBool::new(false);
    thread::scope(|scope| {
        let child = scope.spawn(|| {
            while !flag.load(SeqCst) {
                step();
            }
            7
        });
        flag.store(true, SeqCst);
        child.join().unwrap()
    })
}

#[test]
fn a_spin_loop_sees_the_flag() {
    assert_eq!(only(|| wait_with(hint::spin_loop)), "7");
}

#[test]
fn a_yielding_loop_sees_the_flag() {
    assert_eq!(only(|| wait_with(thread::yield_now)), "7");
}

#[test]
fn a_bare_loop_sees_the_flag() {
    assert_eq!(only(|| wait_with(|| ())), "7");
}

#[test]
fn a_loop_that_nobody_ends_is_a_livelock() {
    let seen = only(|| {
        let flag = AtomicBool::new(false);
        while !flag.load(SeqCst) {}
    });
    assert!(
        seen.contains("livelock") || seen.contains("no end"),
        "{seen}"
    );
}
