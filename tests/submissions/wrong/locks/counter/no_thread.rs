//! verdict: serial
//! The right sum without any thread.

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
