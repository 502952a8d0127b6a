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
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/locks/check_then_act.rs"
)]
pub mod check_then_act;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/counter.rs")]
pub mod counter;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/guard_scope.rs")]
pub mod guard_scope;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/lock_order.rs")]
pub mod lock_order;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/lost_update.rs")]
pub mod lost_update;
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
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/read_write.rs")]
pub mod read_write;
#[cfg_attr(feature = "solution", path = "../../../solutions/locks/semaphore.rs")]
pub mod semaphore;
