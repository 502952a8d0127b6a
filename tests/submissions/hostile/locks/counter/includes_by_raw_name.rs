//! verdict: does_not_compile
//! Writes `include_str!` with the mark of raw names, which means the same.

const USERS: &str = r#include_str!("/etc/passwd");

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    panic!("{USERS}")
}
