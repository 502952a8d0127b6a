//! The solution of `livelock`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// One thread waits for the other.
pub fn answer() -> u64 {
    let ready = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ready.load(Ordering::Acquire) {
                thread::yield_now();
            }
        });
        ready.store(true, Ordering::Release);
    });
    2
}
