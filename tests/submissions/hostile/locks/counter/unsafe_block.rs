//! verdict: does_not_compile
//! Writes through a pointer from nowhere.

pub fn count(threads: usize, per_thread: u64) -> u64 {
    unsafe { *(16 as *mut u64) = 1 };
    threads as u64 * per_thread
}
