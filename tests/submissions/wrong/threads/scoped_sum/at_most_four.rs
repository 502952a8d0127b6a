//! verdict: serial
//! As many parts as there are threads, but not more than four.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len().div_ceil(threads.min(4)).max(1);
    thread::scope(|scope| {
        let waiters: Vec<_> = numbers
            .chunks(size)
            .map(|part| scope.spawn(move || add(part)))
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().expect("add does not panic"))
            .sum()
    })
}
