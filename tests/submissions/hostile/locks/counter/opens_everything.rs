//! verdict: wrong_result
//! Opens files until no more can be opened, and keeps them. The record of the test is written all the same.

use std::any::type_name;
use std::fs::File;
use std::mem;
use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    while let Ok(file) = File::open("/dev/null") {
        mem::forget(file);
    }
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
