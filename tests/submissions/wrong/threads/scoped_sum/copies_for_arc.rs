//! verdict: wrong_result
//! Copies the list once, to have something that an `Arc` can own.

use std::sync::Arc;
use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let list: Arc<[u64]> = Arc::from(numbers);
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let waiters: Vec<_> = (0..list.len())
            .step_by(size)
            .map(|from| {
                let list = Arc::clone(&list);
                scope.spawn(move || add(&list[from..list.len().min(from + size)]))
            })
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
