//! verdict: wrong_result
//! One thread adds everything, the others add nothing.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| add(&[]));
        }
        add(numbers)
    })
}
