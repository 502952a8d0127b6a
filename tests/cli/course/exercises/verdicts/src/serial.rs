//! An exercise whose starter is decided as `serial`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Two threads add one each, at the same time.
pub fn answer() -> u64 {
    let count = AtomicU64::new(0);
    for _ in 0..2 {
        // TODO: start both before either has ended.
        thread::scope(|scope| {
            scope.spawn(|| count.fetch_add(1, Ordering::Relaxed));
        });
    }
    count.into_inner()
}
