//! Increments by one indivisible operation.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

use crate::threads::join_all;

/// `threads` threads increment one counter `per` times each with `fetch_add`.
///
/// Outcomes: `threads × per`, nothing else.
pub fn fetch_add(threads: usize, per: u64) -> u64 {
    let counter = Arc::new(AtomicU64::new(0));
    let handles = (0..threads)
        .map(|_| {
            let counter = Arc::clone(&counter);
            thread::spawn(move || {
                for _ in 0..per {
                    counter.fetch_add(1, SeqCst);
                }
            })
        })
        .collect();
    join_all(handles);
    counter.load(SeqCst)
}
