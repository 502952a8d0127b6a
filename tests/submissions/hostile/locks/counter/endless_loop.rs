//! verdict: livelock
//! Loops for ever, on a core of the grader's.

use std::hint::black_box;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    loop {
        black_box(threads as u64 * per_thread);
    }
}
