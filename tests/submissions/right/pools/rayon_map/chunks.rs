//! Works on parts of the list, each with an ordinary iterator inside.

use rayon::prelude::*;

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let plates = orders
        .par_chunks(part(orders))
        .map(|part| part.iter().map(|order| cook(*order)).collect());
    plates.collect::<Vec<Vec<u64>>>().concat()
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let good = crates.par_chunks(part(crates));
    good.flat_map_iter(|part| part.iter().copied().filter(|each| taste(*each)))
        .collect()
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    let parts = orders.par_chunks(part(orders));
    let sum = |part: &[u32]| {
        part.iter()
            .filter(|each| served(**each))
            .map(|each| price(*each))
            .sum::<u64>()
    };
    parts.map(sum).sum()
}

fn part(list: &[u32]) -> usize {
    list.len().div_ceil(4 * rayon::current_num_threads()).max(1)
}
