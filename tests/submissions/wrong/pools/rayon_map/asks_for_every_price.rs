//! verdict: wrong_result
//! Asks for the price before it looks whether the order was served.

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
    let prices = orders.par_iter().map(|each| (*each, price(*each)));
    prices
        .filter(|(each, _)| served(*each))
        .map(|(_, price)| price)
        .sum()
}
