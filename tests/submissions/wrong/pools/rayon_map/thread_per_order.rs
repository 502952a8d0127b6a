//! verdict: race
//! A thread of its own for every order.

use rayon::prelude::*;
use std::thread;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    thread::scope(|scope| {
        let cook = &cook;
        let cooks: Vec<_> = orders
            .iter()
            .map(|order| scope.spawn(move || cook(*order)))
            .collect();
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    crates
        .par_iter()
        .copied()
        .filter(|each| taste(*each))
        .collect()
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    orders
        .par_iter()
        .copied()
        .filter(|each| served(*each))
        .map(price)
        .sum()
}
