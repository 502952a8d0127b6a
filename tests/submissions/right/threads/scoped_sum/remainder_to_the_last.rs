//! The last thread takes what the division leaves over.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len() / threads;
    thread::scope(|scope| {
        let waiters: Vec<_> = (0..threads)
            .map(|at| {
                let end = if at + 1 == threads {
                    numbers.len()
                } else {
                    (at + 1) * size
                };
                scope.spawn(move || add(&numbers[at * size..end]))
            })
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
