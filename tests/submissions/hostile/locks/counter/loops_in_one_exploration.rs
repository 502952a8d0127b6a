//! verdict: livelock
//! Loops without end in the first of several explorations, so that the process of all of them must be ended.

use std::hint::black_box;
use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if threads == 2 {
        loop {
            black_box(per_thread);
        }
    }
    let board = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| (0..per_thread).for_each(|_| *board.lock().unwrap() += 1));
        }
    });
    board.into_inner().unwrap()
}
