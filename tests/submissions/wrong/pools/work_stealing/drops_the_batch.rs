//! verdict: race
//! Steals into a deque of the moment, takes one order out, and forgets the rest.

use crossbeam::deque::{Steal, Stealer, Worker};
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
    loop {
        let mut again = false;
        for (other, pile) in all.iter().enumerate() {
            if other == number {
                continue;
            }
            match pile.steal_batch_and_pop(&Worker::new_fifo()) {
                Steal::Success(order) => return Some(order),
                Steal::Retry => again = true,
                Steal::Empty => (),
            }
        }
        if !again {
            return None;
        }
    }
}
