//! The tests of lesson `gil-analogy`. In each file they stand in the order of the learner's path.

mod cloned_kitchens;
mod gil_is_not_a_lock;
mod no_gil;
mod no_speedup;
mod one_stove;
mod refcount;
mod right_tool;
mod simulator;
mod switch_interval;
mod waiting_lets_go;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
