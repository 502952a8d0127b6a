//! verdict: race
//! Reads the total inside the scope, before the threads have ended.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let total = AtomicU64::new(0);
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for part in numbers.chunks(size) {
            let total = &total;
            scope.spawn(move || total.fetch_add(add(part), SeqCst));
        }
        total.load(SeqCst)
    })
}
