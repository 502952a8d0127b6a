//! `std::thread` on model threads: coroutines whose every step the explorer orders.
//!
//! A thread that nobody joins is cut off when the body returns, as a process cuts its threads off at the end of `main`.

pub use ::std::thread::Result;

mod builder;
mod current;
mod handle;
mod identity;
mod local;
mod park;
mod scope;
mod spawn;

pub use builder::Builder;
#[allow(deprecated, reason = "std deprecates `sleep_ms`, and still has it")]
pub use current::{available_parallelism, current, panicking, sleep, sleep_ms, yield_now};
pub use handle::JoinHandle;
pub use identity::{Thread, ThreadId};
pub use local::{AccessError, LocalKey};
#[allow(
    deprecated,
    reason = "std deprecates `park_timeout_ms`, and still has it"
)]
pub use park::{park, park_timeout, park_timeout_ms};
pub use scope::{Scope, ScopedJoinHandle, scope};
pub use spawn::spawn;
