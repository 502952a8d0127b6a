//! Deques of `std` under a lock each: the owner takes from the back, everybody else from the front.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let piles: Vec<Mutex<VecDeque<T>>> = piles
        .into_iter()
        .map(|pile| Mutex::new(pile.into()))
        .collect();
    let own = |number: usize| piles[number].lock().unwrap().pop_back();
    let steal = |number: usize| {
        let others = (1..piles.len()).map(|far| (number + far) % piles.len());
        others
            .into_iter()
            .find_map(|other| piles[other].lock().unwrap().pop_front())
    };
    let next = |number| own(number).or_else(|| steal(number));
    thread::scope(|scope| {
        for number in 0..piles.len() {
            let (next, cook) = (&next, &cook);
            scope.spawn(move || {
                while let Some(order) = next(number) {
                    cook(order);
                }
            });
        }
    });
}
