//! `filter_map` for both steps of the bill, a partition for the crates, and a fold with a sum at the end.

use rayon::prelude::*;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let mut plates = Vec::with_capacity(orders.len());
    plates.par_extend(orders.par_iter().map(|order| cook(*order)));
    plates
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let (good, _bad): (Vec<u32>, Vec<u32>) =
        crates.par_iter().copied().partition(|each| taste(*each));
    good
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    let prices = orders
        .par_iter()
        .filter_map(|order| served(*order).then(|| price(*order)));
    prices
        .fold(|| 0, |sum, price| sum + price)
        .reduce(|| 0, |left, right| left + right)
}
