//! verdict: does_not_compile
//! Has the host's file become documentation, by a raw name inside of an attribute.

#[doc = r#include_str!("/etc/passwd")]
pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
