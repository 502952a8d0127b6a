//! verdict: wrong_result
//! Starts ten thousand threads that wait for each other.

use std::any::type_name;
use std::sync::Mutex;
use std::sync::{Arc, Barrier};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    let all = Arc::new(Barrier::new(10_001));
    for _ in 0..10_000 {
        let all = Arc::clone(&all);
        let small = thread::Builder::new().stack_size(1 << 14);
        small.spawn(move || all.wait()).unwrap();
    }
    all.wait();
    0
}

/// Where interleavings are explored, the lock is another type.
fn is_explored() -> bool {
    type_name::<Mutex<()>>().starts_with("interleave")
}

fn honest(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| (0..per_thread).for_each(|_| *board.lock().unwrap() += 1));
        }
    });
    board.into_inner().unwrap()
}
