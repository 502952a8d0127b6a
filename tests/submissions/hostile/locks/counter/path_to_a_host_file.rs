//! verdict: does_not_compile
//! Declares a file of the host as a module of its own.

#[path = "/etc/hosts"]
mod hosts;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
