//! verdict: race
//! Everybody holds a lock, and each another one.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let board = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let lock = Mutex::new(());
                for _ in 0..per_thread {
                    let _guard = lock.lock().unwrap();
                    let seen = board.load(SeqCst);
                    board.store(seen + 1, SeqCst);
                }
            });
        }
    });
    board.into_inner()
}
