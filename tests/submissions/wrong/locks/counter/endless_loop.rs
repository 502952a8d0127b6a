//! verdict: livelock
//! Counts in a loop whose end never comes, without touching anything shared.

use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let cooks: Vec<_> = (0..threads)
        .map(|_| {
            thread::spawn(move || {
                let (mut counted, step) = (0, per_thread % 1);
                while counted < per_thread {
                    counted += step;
                }
                counted
            })
        })
        .collect();
    cooks.into_iter().map(|cook| cook.join().unwrap()).sum()
}
