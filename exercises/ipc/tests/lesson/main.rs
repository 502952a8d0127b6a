//! The tests of lesson `ipc`. In each file they stand in the order of the learner's path.

mod backpressure;
mod file_lock;
mod framing;
mod kitchens;
mod map_reduce;
mod pipe;
mod process_queue;
mod queue;
mod request_reply;
mod select;
mod shutdown;
mod streams;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
