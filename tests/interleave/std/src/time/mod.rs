//! `std::time` on the clock of an execution.
//!
//! Real clocks would make executions differ. Each look costs one virtual millisecond, so that a loop that polls the clock
//! ends; [`thread::sleep`](crate::thread::sleep) moves the clock on by its whole length. Time-outs of the blocking
//! operations do not look at the clock: whether they fire is a choice that is explored.

pub use ::std::time::*;

mod instant;
mod system_time;

pub use instant::Instant;
pub use system_time::{SystemTime, UNIX_EPOCH};

/// The virtual time since the execution began, and one millisecond for the look.
fn look() -> Duration {
    Duration::from_millis(interleave::clock())
}
