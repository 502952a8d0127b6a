//! Divide and conquer: one half to another thread, the other half oneself.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    if threads <= 1 {
        return add(numbers);
    }
    let (left, right) = numbers.split_at(numbers.len() * (threads / 2) / threads);
    thread::scope(|scope| {
        let left = scope.spawn(|| sum(left, threads / 2, add));
        let right = sum(right, threads - threads / 2, add);
        left.join().unwrap() + right
    })
}
