//! An exercise whose starter is decided as `leak`.

use std::thread;

/// A thread works; the answer is 2.
pub fn answer() -> u64 {
    // TODO: wait for it.
    thread::spawn(thread::yield_now);
    2
}
