//! verdict: does_not_compile
//! Allows itself what is forbidden.
#![allow(unsafe_code)]

pub fn count(threads: usize, per_thread: u64) -> u64 {
    unsafe { std::env::remove_var("HARNESS_FINDINGS") };
    threads as u64 * per_thread
}
