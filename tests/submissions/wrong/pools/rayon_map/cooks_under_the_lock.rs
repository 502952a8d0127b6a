//! verdict: serial
//! Takes the lock first and cooks then.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let plates = Mutex::new(vec![0; orders.len()]);
    orders.par_iter().enumerate().for_each(|(number, order)| {
        let mut plates = plates.lock().unwrap();
        plates[number] = cook(*order);
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
