//! The tests of lesson `threads`. In each file they stand in the order of the learner's path.

mod cancel;
mod coffee_run;
mod downloads;
mod interleave_or_overlap;
mod panic_is_a_result;
mod scoped_sum;
mod sensors;
mod share_with_arc;
mod sockets;
mod spawn_and_join;
mod step;
mod worker_struct;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
