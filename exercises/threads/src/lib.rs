//! Lesson `threads`: start them, share with them, wait for them, and hear from them.

#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/scoped_sum.rs"
)]
pub mod scoped_sum;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/threads/share_with_arc.rs"
)]
pub mod share_with_arc;
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
