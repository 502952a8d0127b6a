//! verdict: does_not_compile
//! Builds the name of `include!` in a macro, so that it stands nowhere, and has rustc show the host's file in its errors.

macro_rules! call {
    ($name:ident) => {
        $name!("/etc/hosts")
    };
}

pub fn count(threads: usize, per_thread: u64) -> u64 {
    call!(include);
    threads as u64 * per_thread
}
