//! verdict: does_not_compile
//! Asks rustc for the home folder of whoever grades.

const HOME: &str = env!("HOME");

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    panic!("{HOME}")
}
