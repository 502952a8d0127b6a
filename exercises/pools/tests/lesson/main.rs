//! The tests of lesson `pools`. In each file they stand in the order of the learner's path.

mod answers;
mod as_completed;
mod futures;
mod images;
mod join_sort;
mod map_in_order;
mod model_search;
mod monte_carlo;
mod negatives;
mod photo_batch;
mod process_pool;
mod rayon_map;
mod speedup;
mod step;
mod work_stealing;
mod worker_pool;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
