//! verdict: serial
//! Takes the lock first, and adds while it holds it.

use std::sync::Mutex;
use std::thread;

pub fn sum(numbers: &[u64], threads: usize, add: &(dyn Fn(&[u64]) -> u64 + Sync)) -> u64 {
    let total = Mutex::new(0);
    let size = numbers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for part in numbers.chunks(size) {
            scope.spawn(|| {
                let mut total = total.lock().unwrap();
                *total += add(part);
            });
        }
    });
    total.into_inner().unwrap()
}
