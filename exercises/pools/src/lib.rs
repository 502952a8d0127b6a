//! Lesson `pools`: give work to a crew that is there already, and get every result back.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

// -- as_completed
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/as_completed.rs"
)]
pub mod as_completed;
// -- futures
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/futures.rs")]
pub mod futures;
// -- images
// -- join_sort
// -- map_in_order
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/map_in_order.rs"
)]
pub mod map_in_order;
// -- model_search
// -- monte_carlo
// -- photo_batch
// -- process_pool
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/process_pool.rs"
)]
pub mod process_pool;
// -- rayon_map
// -- speedup
// -- work_stealing
// -- worker_pool
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/worker_pool.rs")]
pub mod worker_pool;
