//! The tests of lesson `ipc`. In each file they stand in the order of the learner's path.

// -- backpressure
mod backpressure;
// -- file_lock
mod file_lock;
// -- framing
mod framing;
mod streams;
// -- map_reduce
mod map_reduce;
// -- pipe
mod pipe;
// -- process_queue
mod process_queue;
// -- queue
mod queue;
// -- request_reply
mod request_reply;
// -- select
mod select;
// -- shutdown
mod shutdown;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
