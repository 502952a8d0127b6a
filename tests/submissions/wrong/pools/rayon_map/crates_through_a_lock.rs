//! verdict: race
//! Pushes the good crates on one list as they come.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    orders.par_iter().map(|order| cook(*order)).collect()
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let good = Mutex::new(Vec::new());
    crates.par_iter().copied().for_each(|each| {
        if taste(each) {
            good.lock().unwrap().push(each);
        }
    });
    good.into_inner().unwrap()
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
