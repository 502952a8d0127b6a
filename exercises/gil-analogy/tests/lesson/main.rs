//! The tests of lesson `gil-analogy`. In each file they stand in the order of the learner's path.

// -- cloned_kitchens
mod cloned_kitchens;
// -- gil_is_not_a_lock
// -- no_gil
mod no_gil;
// -- no_speedup
mod no_speedup;
// -- one_stove
mod one_stove;
// -- refcount
mod refcount;
// -- right_tool
mod right_tool;
mod simulator;
// -- switch_interval
mod switch_interval;
// -- waiting_lets_go
mod waiting_lets_go;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
