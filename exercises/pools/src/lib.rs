//! Lesson `pools`: give work to a crew that is there already, and get every result back.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/as_completed.rs"
)]
pub mod as_completed;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/futures.rs")]
pub mod futures;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/images.rs")]
pub mod images;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/join_sort.rs")]
pub mod join_sort;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/map_in_order.rs"
)]
pub mod map_in_order;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/model_search.rs"
)]
pub mod model_search;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/monte_carlo.rs")]
pub mod monte_carlo;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/photo_batch.rs")]
pub mod photo_batch;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/process_pool.rs"
)]
pub mod process_pool;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/rayon_map.rs")]
pub mod rayon_map;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/speedup.rs")]
pub mod speedup;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/pools/work_stealing.rs"
)]
pub mod work_stealing;
#[cfg_attr(feature = "solution", path = "../../../solutions/pools/worker_pool.rs")]
pub mod worker_pool;
