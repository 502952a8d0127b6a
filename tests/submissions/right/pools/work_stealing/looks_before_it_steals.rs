//! Begins with its own place and goes round; asks whether a pile is empty instead of trusting one steal.

use crossbeam::deque::{Stealer, Worker};
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let own: Vec<Worker<T>> = piles.iter().map(|_| Worker::new_fifo()).collect();
    for (deque, pile) in own.iter().zip(piles) {
        for order in pile {
            deque.push(order);
        }
    }
    let all: Vec<Stealer<T>> = own.iter().map(Worker::stealer).collect();
    let (all, cook) = (&all[..], &cook);
    thread::scope(|scope| {
        for (number, own) in own.into_iter().enumerate() {
            scope.spawn(move || {
                loop {
                    while let Some(order) = own.pop() {
                        cook(order);
                    }
                    let (before, after) = all.split_at(number);
                    let mut others = after.iter().chain(before);
                    let Some(pile) = others.find(|pile| !pile.is_empty()) else {
                        break;
                    };
                    if let Some(order) = pile.steal().success() {
                        cook(order);
                    }
                }
            });
        }
    });
}
