//! verdict: does_not_compile
//! An allocator of its own for the whole process, so that nobody else counts allocations.

#[global_allocator]
static ALLOCATOR: std::alloc::System = std::alloc::System;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
