//! verdict: deadlock
//! Takes a steal that must be tried again for an empty pile.

use crossbeam::deque::{Stealer, Worker};
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let mut own = Vec::new();
    for pile in piles {
        let deque = Worker::new_lifo();
        pile.into_iter().for_each(|order| deque.push(order));
        own.push(deque);
    }
    let all: Vec<Stealer<T>> = own.iter().map(Worker::stealer).collect();
    let (all, cook) = (&all, &cook);
    thread::scope(|scope| {
        for (number, own) in own.into_iter().enumerate() {
            scope.spawn(move || {
                while let Some(order) = own.pop().or_else(|| steal(number, all)) {
                    cook(order);
                }
            });
        }
    });
}

fn steal<T>(number: usize, all: &[Stealer<T>]) -> Option<T> {
    let others = all.iter().enumerate().filter(|(other, _)| *other != number);
    others
        .map(|(_, pile)| pile.steal())
        .find_map(|steal| steal.success())
}
