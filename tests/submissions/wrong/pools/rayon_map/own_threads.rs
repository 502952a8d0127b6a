//! verdict: wrong_result
//! Starts threads of its own, as many as there are cores, each time anew.

use rayon::prelude::*;
use std::thread;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get());
    let size = orders.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let cook = &cook;
        let cooks: Vec<_> = orders
            .chunks(size)
            .map(|part| {
                scope.spawn(move || part.iter().map(|order| cook(*order)).collect::<Vec<u64>>())
            })
            .collect();
        cooks
            .into_iter()
            .flat_map(|cook| cook.join().unwrap())
            .collect()
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
