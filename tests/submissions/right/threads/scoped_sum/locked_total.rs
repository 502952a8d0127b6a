//! A total behind a lock, which is free while a thread adds.

use std::sync::Mutex;
use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let total = Mutex::new(0);
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for part in numbers.chunks(size) {
            scope.spawn(|| {
                let found = add(part);
                *total.lock().unwrap() += found;
            });
        }
    });
    total.into_inner().unwrap()
}
