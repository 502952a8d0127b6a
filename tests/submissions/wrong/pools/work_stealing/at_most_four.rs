//! verdict: serial
//! Threads for the first four piles: they steal all the others empty.

use crossbeam::deque::{Steal, Stealer, Worker};
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let own: Vec<Worker<T>> = piles.into_iter().map(deque).collect();
    let all: Vec<Stealer<T>> = own.iter().map(Worker::stealer).collect();
    let (all, cook) = (&all, &cook);
    thread::scope(|scope| {
        for own in own.into_iter().take(4) {
            scope.spawn(move || {
                while let Some(order) = own.pop().or_else(|| steal(all)) {
                    cook(order);
                }
            });
        }
    });
}

fn deque<T>(pile: Vec<T>) -> Worker<T> {
    let deque = Worker::new_lifo();
    pile.into_iter().for_each(|order| deque.push(order));
    deque
}

fn steal<T>(all: &[Stealer<T>]) -> Option<T> {
    loop {
        match all.iter().map(Stealer::steal).collect() {
            Steal::Success(order) => return Some(order),
            Steal::Empty => return None,
            Steal::Retry => continue,
        }
    }
}
