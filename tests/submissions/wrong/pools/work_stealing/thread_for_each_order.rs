//! verdict: race
//! A thread for each order.

use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let cook = &cook;
    thread::scope(|scope| {
        for order in piles.into_iter().flatten() {
            scope.spawn(move || cook(order));
        }
    });
}
