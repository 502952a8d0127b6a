//! Lesson `locks`: mutual exclusion, condition variables, and the orders that they keep.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

#[cfg_attr(feature = "solution", path = "../../../solutions/locks/barrier.rs")]
pub mod barrier;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/locks/bounded_buffer.rs"
)]
pub mod bounded_buffer;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/counter.rs")]
pub mod counter;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/once.rs")]
pub mod once;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/locks/philosophers.rs"
)]
pub mod philosophers;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/poison.rs")]
pub mod poison;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/publish.rs")]
pub mod publish;
