//! verdict: serial
//! Each thread is waited for before the next one starts.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let mut total = 0;
        for part in numbers.chunks(size) {
            total += scope.spawn(|| add(part)).join().unwrap();
        }
        total
    })
}
