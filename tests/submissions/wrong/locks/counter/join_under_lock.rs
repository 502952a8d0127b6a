//! verdict: deadlock
//! Waits for the threads while it holds the lock that they wait for.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Arc::new(Mutex::new(0));
    let sum = board.lock().unwrap();
    let cooks: Vec<_> = (0..threads)
        .map(|_| {
            let board = Arc::clone(&board);
            thread::spawn(move || {
                for _ in 0..per_thread {
                    *board.lock().unwrap() += 1;
                }
            })
        })
        .collect();
    for cook in cooks {
        cook.join().unwrap();
    }
    *sum
}
