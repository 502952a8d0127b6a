//! verdict: does_not_compile
//! Switches on what is not stable.
#![feature(core_intrinsics)]

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    std::intrinsics::abort()
}
