//! verdict: wrong_result
//! A copy of its part for each thread, as a slice in Python would be.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let waiters: Vec<_> = numbers
            .chunks(size)
            .map(|part| {
                let part = part.to_vec();
                scope.spawn(move || add(&part))
            })
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
