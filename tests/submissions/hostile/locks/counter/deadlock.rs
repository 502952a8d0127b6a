//! verdict: deadlock
//! Locks the board twice, so that the grader waits with it for ever.

use std::sync::Mutex;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(threads as u64 * per_thread);
    let held = board.lock().unwrap();
    *held + *board.lock().unwrap()
}
