//! The solution of `leak`.

use std::thread;

/// A thread works; the answer is 2.
pub fn answer() -> u64 {
    thread::spawn(thread::yield_now).join().unwrap();
    2
}
