//! verdict: wrong_result
//! Counts from one on.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 1..per_thread {
                    *board.lock().unwrap() += 1;
                }
            });
        }
    });
    board.into_inner().unwrap()
}
