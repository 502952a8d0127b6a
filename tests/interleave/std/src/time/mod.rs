//! `std::time` on the clocks of an execution.
//!
//! Real clocks would make executions differ. Each look costs one virtual millisecond, so that a loop that polls the clock
//! ends; [`thread::sleep`](crate::thread::sleep) moves the clock on by its whole length. Time-outs of the blocking
//! operations do not look at the clock: whether they fire is a choice that is explored.
//!
//! Each thread has a clock of its own, which starts where its parent's stands and catches up with that of any thread that
//! it joins, gets a message from, takes a lock from. So a moment that happened before is earlier, and moments of threads
//! that do not know of each other say nothing about their order.

pub use ::std::time::*;

mod instant;
mod system_time;

pub use instant::Instant;
pub use system_time::{SystemTime, UNIX_EPOCH};

/// The virtual time of this thread since the execution began, and one millisecond for the look.
fn look() -> Duration {
    Duration::from_millis(interleave::clock())
}
