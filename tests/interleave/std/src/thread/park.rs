//! Waiting for another thread's [`unpark`](super::Thread::unpark).

use ::std::time::Duration;
use interleave::{K, NONE};

/// Blocks until the calling thread's token is there, and takes it.
///
/// With a budget for spurious wake-ups it may also return without one, as std allows.
#[track_caller]
pub fn park() {
    interleave::op(K::Park, NONE, NONE, 0);
}

/// [`park`] that may give up at any moment: the length of the time-out does not matter, both ends are explored.
#[track_caller]
pub fn park_timeout(_: Duration) {
    interleave::op(K::ParkT, NONE, NONE, 0);
}

/// [`park_timeout`] for so many milliseconds.
#[deprecated(note = "replaced by `std::thread::park_timeout`")]
#[track_caller]
pub fn park_timeout_ms(_: u32) {
    interleave::op(K::ParkT, NONE, NONE, 0);
}
