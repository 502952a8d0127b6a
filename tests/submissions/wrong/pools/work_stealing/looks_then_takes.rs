//! verdict: race
//! Looks under the lock whether there is an order, lets go of it, and takes the order under the lock again.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let piles: Vec<Mutex<VecDeque<T>>> = piles
        .into_iter()
        .map(|pile| Mutex::new(pile.into()))
        .collect();
    let (piles, cook) = (&piles, &cook);
    thread::scope(|scope| {
        for number in 0..piles.len() {
            scope.spawn(move || {
                for far in 0..piles.len() {
                    let pile = &piles[(number + far) % piles.len()];
                    while !pile.lock().unwrap().is_empty() {
                        let order = pile.lock().unwrap().pop_front();
                        cook(order.unwrap());
                    }
                }
            });
        }
    });
}
