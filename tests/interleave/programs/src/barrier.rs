//! Rounds that nobody starts before all have ended the one before.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Barrier};
use std::thread;

use crate::threads::join_all;

/// `threads` threads meet at a barrier `rounds` times; returns how often a leader was named.
///
/// Outcomes: `rounds`, one leader a round.
pub fn barrier_rounds(threads: usize, rounds: usize) -> u32 {
    let shared = Arc::new((Barrier::new(threads), AtomicU64::new(0)));
    let handles = (0..threads)
        .map(|_| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let (barrier, arrivals) = &*shared;
                let mut led = 0;
                for _ in 0..rounds {
                    arrivals.fetch_add(1, SeqCst);
                    led += u32::from(barrier.wait().is_leader());
                }
                led
            })
        })
        .collect();
    join_all(handles).into_iter().sum()
}
