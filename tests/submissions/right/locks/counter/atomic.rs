//! One atomic step in place of a lock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Arc::new(AtomicU64::new(0));
    let cooks: Vec<_> = (0..threads)
        .map(|_| {
            let board = Arc::clone(&board);
            thread::spawn(move || {
                for _ in 0..per_thread {
                    board.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for cook in cooks {
        cook.join().unwrap();
    }
    board.load(Ordering::Relaxed)
}
