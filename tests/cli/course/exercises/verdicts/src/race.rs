//! An exercise whose starter is decided as `race`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Two threads add one each.
pub fn answer() -> u64 {
    let count = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                // TODO: make the two steps one.
                let before = count.load(Ordering::SeqCst);
                count.store(before + 1, Ordering::SeqCst);
            });
        }
    });
    count.into_inner()
}
