//! verdict: serial
//! The others are given nothing to do.

use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    thread::scope(|scope| {
        let first = scope.spawn(|| add(numbers));
        for _ in 1..threads {
            scope.spawn(|| 0);
        }
        first.join().unwrap()
    })
}
