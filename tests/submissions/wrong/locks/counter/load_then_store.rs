//! verdict: race
//! Two atomic steps are not one.

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
                    let seen = board.load(Ordering::SeqCst);
                    board.store(seen + 1, Ordering::SeqCst);
                }
            })
        })
        .collect();
    for cook in cooks {
        cook.join().unwrap();
    }
    board.load(Ordering::SeqCst)
}
