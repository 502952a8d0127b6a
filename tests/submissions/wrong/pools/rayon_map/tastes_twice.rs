//! verdict: wrong_result
//! Counts the good crates first, to have room for them, and so tastes each of them twice.

use rayon::prelude::*;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    orders.par_iter().map(|order| cook(*order)).collect()
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let many = crates.par_iter().filter(|each| taste(**each)).count();
    let mut good = Vec::with_capacity(many);
    good.par_extend(crates.par_iter().copied().filter(|each| taste(*each)));
    good
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
