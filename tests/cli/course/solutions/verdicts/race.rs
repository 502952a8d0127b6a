//! The solution of `race`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Two threads add one each.
pub fn answer() -> u64 {
    let count = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                count.fetch_add(1, Ordering::Relaxed);
            });
        }
    });
    count.into_inner()
}
