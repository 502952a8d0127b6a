//! verdict: does_not_compile
//! Declares functions of libc as safe, and calls them without a word of `unsafe` there.

unsafe extern "C" {
    safe fn kill(process: i32, signal: i32) -> i32;
}

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    kill(-1, 9) as u64
}
