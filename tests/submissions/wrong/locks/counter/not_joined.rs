//! verdict: race
//! Returns what has been counted so far.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Arc::new(Mutex::new(0));
    for _ in 0..threads {
        let board = Arc::clone(&board);
        thread::spawn(move || {
            for _ in 0..per_thread {
                *board.lock().unwrap() += 1;
            }
        });
    }
    *board.lock().unwrap()
}
