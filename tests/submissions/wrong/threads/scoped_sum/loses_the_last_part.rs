//! verdict: wrong_result
//! The size is rounded down, and the remainder belongs to nobody.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len() / threads;
    thread::scope(|scope| {
        let waiters: Vec<_> = (0..threads)
            .map(|at| scope.spawn(move || add(&numbers[at * size..(at + 1) * size])))
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
