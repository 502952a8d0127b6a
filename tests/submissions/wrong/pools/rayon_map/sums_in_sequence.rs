//! verdict: serial
//! Filters by several threads, and asks for the prices with `iter`.

use rayon::prelude::*;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    orders.par_iter().map(|order| cook(*order)).collect()
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
    let served: Vec<u32> = orders
        .par_iter()
        .copied()
        .filter(|each| served(*each))
        .collect();
    served.into_iter().map(price).sum()
}
