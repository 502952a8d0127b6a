//! verdict: does_not_compile
//! Switches itself off, so that nothing is left to be tested.
#![cfg(any())]

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
