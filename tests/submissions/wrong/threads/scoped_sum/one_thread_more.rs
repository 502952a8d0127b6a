//! verdict: wrong_result
//! The size is rounded down, and one thread more takes the remainder.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = (numbers.len() / threads).max(1);
    thread::scope(|scope| {
        let waiters: Vec<_> = numbers
            .chunks(size)
            .map(|part| scope.spawn(move || add(part)))
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
