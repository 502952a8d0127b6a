//! Every plate is written to its place, as in C++; the crates are marked first and picked out afterwards.

use rayon::prelude::*;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let mut plates = vec![0; orders.len()];
    plates
        .par_iter_mut()
        .zip(orders)
        .for_each(|(plate, order)| *plate = cook(*order));
    plates
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let marks: Vec<bool> = crates.par_iter().map(|each| taste(*each)).collect();
    crates
        .iter()
        .zip(marks)
        .filter(|(_, good)| *good)
        .map(|(each, _)| *each)
        .collect()
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    orders
        .par_iter()
        .map(|order| if served(*order) { price(*order) } else { 0 })
        .sum()
}
