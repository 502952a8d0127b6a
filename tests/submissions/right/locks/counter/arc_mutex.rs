//! A shared lock, taken once for all of a thread's counting.

use std::sync::{Arc, Mutex};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Arc::new(Mutex::new(0));
    let mut cooks = Vec::new();
    for _ in 0..threads {
        let board = Arc::clone(&board);
        cooks.push(thread::spawn(move || {
            let mut sum = board.lock().expect("nobody panics");
            for _ in 0..per_thread {
                *sum += 1;
            }
        }));
    }
    cooks.into_iter().for_each(|cook| cook.join().unwrap());
    Arc::into_inner(board).unwrap().into_inner().unwrap()
}
