//! Increments by load and store: the lost update.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

use crate::threads::join_all;

/// `threads` threads increment one counter `per` times each, with a load and a store that anyone can come between.
///
/// Outcomes: `2..=threads × per` from two increments each on (1 with a single one): the smallest needs one thread to
/// hold its first value back until the end.
pub fn racy(threads: usize, per: u64) -> u64 {
    let counter = Arc::new(AtomicU64::new(0));
    let handles = (0..threads)
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || {
                for _ in 0..per {
                    let seen = counter.load(SeqCst);
                    counter.store(seen + 1, SeqCst);
                }
            })
        })
        .collect();
    join_all(handles);
    counter.load(SeqCst)
}
