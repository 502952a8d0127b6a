//! verdict: deadlock
//! Each thread fills its deque itself: who is faster finds nothing yet, and goes home.

use crossbeam::deque::{Steal, Stealer, Worker};
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let own: Vec<Worker<T>> = piles.iter().map(|_| Worker::new_lifo()).collect();
    let all: Vec<Stealer<T>> = own.iter().map(Worker::stealer).collect();
    let (all, cook) = (&all, &cook);
    thread::scope(|scope| {
        for (number, (own, pile)) in own.into_iter().zip(piles).enumerate() {
            scope.spawn(move || {
                pile.into_iter().for_each(|order| own.push(order));
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
            match pile.steal() {
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
