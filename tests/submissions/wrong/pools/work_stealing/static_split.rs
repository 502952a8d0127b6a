//! verdict: serial
//! Each its own pile and nothing else.

use crossbeam::deque::Worker;
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let cook = &cook;
    thread::scope(|scope| {
        for pile in piles {
            scope.spawn(move || {
                let own = Worker::new_fifo();
                pile.into_iter().for_each(|order| own.push(order));
                while let Some(order) = own.pop() {
                    cook(order);
                }
            });
        }
    });
}
