//! verdict: livelock
//! Waits for one plate more than there are.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Arc::new(AtomicU64::new(0));
    for _ in 0..threads {
        let board = Arc::clone(&board);
        thread::spawn(move || {
            for _ in 0..per_thread {
                board.fetch_add(1, SeqCst);
            }
        });
    }
    while board.load(SeqCst) <= threads as u64 * per_thread {
        thread::yield_now();
    }
    board.load(SeqCst)
}
