//! verdict: race
//! Pushes the plates on one list as they come.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let plates = Mutex::new(Vec::new());
    orders.par_iter().for_each(|order| {
        let plate = cook(*order);
        plates.lock().unwrap().push(plate);
    });
    plates.into_inner().unwrap()
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
