//! verdict: wrong_result
//! Makes the list live for ever.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let list: &'static [u64] = Box::leak(numbers.to_vec().into_boxed_slice());
    let size = list.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let waiters: Vec<_> = list
            .chunks(size)
            .map(|part| scope.spawn(move || add(part)))
            .collect();
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
