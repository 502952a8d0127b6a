//! The clocks of an execution: a thread's moves when it looks at it or sleeps, and when it learns from one whose clock is
//! ahead, never by itself.

use crate::runtime::{active, with};
use std::time::Duration;

/// Virtual milliseconds of the running thread: each look at the clock costs one, so that polling loops end.
pub fn clock() -> u64 {
    if !active() {
        return 0;
    }
    with(|rt| rt.running().view.pass(1))
}

/// Moves the running thread's clock on, as `thread::sleep` does. Counts whole milliseconds, rounded up.
pub fn advance_clock(by: Duration) {
    if active() {
        let milliseconds = u64::try_from(by.as_micros().div_ceil(1000)).unwrap_or(u64::MAX);
        with(|rt| rt.running().view.pass(milliseconds));
    }
}
