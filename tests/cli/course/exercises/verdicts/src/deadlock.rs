//! An exercise whose starter is decided as `deadlock`.

use std::sync::Mutex;
use std::thread;

/// Two threads take two locks and add one each.
pub fn answer() -> u64 {
    let (left, right) = (Mutex::new(0), Mutex::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            let _first = left.lock().unwrap();
            *right.lock().unwrap() += 1;
        });
        scope.spawn(|| {
            // TODO: take the locks in one order.
            let mut second = right.lock().unwrap();
            let _first = left.lock().unwrap();
            *second += 1;
        });
    });
    right.into_inner().unwrap()
}
