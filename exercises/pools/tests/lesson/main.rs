//! The tests of lesson `pools`. In each file they stand in the order of the learner's path.

// -- as_completed
mod as_completed;
// -- futures
mod futures;
// -- images
mod images;
// -- join_sort
mod join_sort;
// -- map_in_order
mod map_in_order;
// -- model_search
mod model_search;
// -- monte_carlo
mod monte_carlo;
// -- photo_batch
mod photo_batch;
// -- process_pool
mod process_pool;
// -- rayon_map
mod rayon_map;
// -- speedup
mod speedup;
// -- work_stealing
mod work_stealing;
// -- worker_pool
mod step;
mod worker_pool;

/// Counts allocations, for the exercises that must not copy.
#[global_allocator]
static ALLOCATOR: interleave::CountingAllocator = interleave::CountingAllocator;
