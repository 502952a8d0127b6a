//! All the piles on one rail: no deque and no theft, and nobody is idle while an order waits.

use std::sync::Mutex;
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let threads = piles.len();
    let rail = Mutex::new(piles.into_iter().flatten());
    let next = || rail.lock().unwrap().next();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(order) = next() {
                    cook(order);
                }
            });
        }
    });
}
