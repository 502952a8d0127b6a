//! # Counter: every plate on one board
//!
//! The kitchen counts its plates on one board by the door. Several cooks count at the same time. A cook reads the
//! number, adds one, and writes the sum. Between the reading and the writing another cook may write too, and then a
//! plate is lost. In the evening the board must show every plate.

use std::sync::Mutex;
use std::thread;

/// Counts with `threads` threads, `per_thread` times in each. Returns the sum.
pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(0);
    // A scope waits for its threads, so they may borrow the board: no `Arc` is needed.
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                for _ in 0..per_thread {
                    // The decisive line: reading, adding and writing happen under one lock. Two locks, one to read and
                    // one to write, would let another thread write in between.
                    *board.lock().unwrap() += 1;
                }
            });
        }
    });
    board.into_inner().unwrap()
}

// Wrong turns
// - load, then store, on an atomic: each is atomic, the pair is not (wrong/load_then_store.rs loses updates).
// - a lock for each thread: nobody is kept out (wrong/lock_per_thread.rs).
// - `spawn(…).join()` inside the loop: right sum, one thread at a time (wrong/join_in_loop.rs is serial).
// - holding the guard while joining: the threads wait for the lock, you wait for the threads (wrong/join_under_lock.rs).
