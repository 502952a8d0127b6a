//! verdict: race
//! Adds by a load and a store.

use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

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
    let sum = AtomicU64::new(0);
    orders
        .par_iter()
        .filter(|each| served(**each))
        .for_each(|each| {
            let more = price(*each);
            sum.store(sum.load(SeqCst) + more, SeqCst);
        });
    sum.into_inner()
}
