//! verdict: race
//! Locked to read, locked to write, and free in between.

use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..per_thread {
                    let seen = *board.lock().unwrap();
                    *board.lock().unwrap() = seen + 1;
                }
            });
        }
    });
    board.into_inner().unwrap()
}
