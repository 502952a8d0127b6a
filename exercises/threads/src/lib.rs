//! Lesson `threads`: start them, share with them, wait for them, and hear from them.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

#[cfg_attr(feature = "solution", path = "../../../solutions/threads/cancel.rs")]
pub mod cancel;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/coffee_run.rs"
)]
pub mod coffee_run;
#[cfg_attr(feature = "solution", path = "../../../solutions/threads/downloads.rs")]
pub mod downloads;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/interleave_or_overlap.rs"
)]
pub mod interleave_or_overlap;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/panic_is_a_result.rs"
)]
pub mod panic_is_a_result;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/scoped_sum.rs"
)]
pub mod scoped_sum;
#[cfg_attr(feature = "solution", path = "../../../solutions/threads/sensors.rs")]
pub mod sensors;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/share_with_arc.rs"
)]
pub mod share_with_arc;
#[cfg_attr(feature = "solution", path = "../../../solutions/threads/sockets.rs")]
pub mod sockets;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/spawn_and_join.rs"
)]
pub mod spawn_and_join;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/worker_struct.rs"
)]
pub mod worker_struct;
