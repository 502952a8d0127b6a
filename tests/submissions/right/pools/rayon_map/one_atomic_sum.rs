//! One atomic sum for all: right, and the threads meet at every order; places are sorted out by number.

use rayon::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let plates = Mutex::new(Vec::new());
    orders.par_iter().enumerate().for_each(|(number, order)| {
        let plate = cook(*order);
        plates.lock().unwrap().push((number, plate));
    });
    let mut plates = plates.into_inner().unwrap();
    plates.sort_unstable();
    plates.into_iter().map(|(_, plate)| plate).collect()
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    crates
        .into_par_iter()
        .filter(|each| taste(**each))
        .cloned()
        .collect()
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    let sum = AtomicU64::new(0);
    orders.par_iter().for_each(|order| {
        if served(*order) {
            sum.fetch_add(price(*order), Relaxed);
        }
    });
    sum.into_inner()
}
