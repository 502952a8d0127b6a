//! An exercise whose starter is decided as `livelock`.

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
        // TODO: tell the other thread.
        ready.store(false, Ordering::Release);
    });
    2
}
