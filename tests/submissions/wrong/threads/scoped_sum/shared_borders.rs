//! verdict: wrong_result
//! Each part begins with the last number of the one before.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let waiters: Vec<_> = (0..numbers.len())
            .step_by(size)
            .map(|from| {
                let part = &numbers[from.saturating_sub(1)..numbers.len().min(from + size)];
                scope.spawn(move || add(part))
            })
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
