//! verdict: wrong_result
//! Sorts the plates: the order of the orders is another one.

use rayon::prelude::*;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let mut plates: Vec<u64> = orders.par_iter().map(|order| cook(*order)).collect();
    plates.par_sort_unstable();
    plates
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
