//! verdict: serial
//! Nothing gathers the handles, so each thread is joined before the next one is started.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        numbers
            .chunks(size)
            .map(|part| scope.spawn(move || add(part)))
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}
