//! Compare and exchange until nobody was faster.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..per_thread {
                    let mut seen = board.load(SeqCst);
                    while let Err(now) = board.compare_exchange(seen, seen + 1, SeqCst, SeqCst) {
                        seen = now;
                    }
                }
            });
        }
    });
    board.load(SeqCst)
}
