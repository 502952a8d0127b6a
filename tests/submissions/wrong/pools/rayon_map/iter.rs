//! verdict: serial
//! One item after the other.

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    orders.iter().map(|order| cook(*order)).collect()
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    crates.iter().copied().filter(|each| taste(*each)).collect()
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    orders
        .iter()
        .copied()
        .filter(|each| served(*each))
        .map(price)
        .sum()
}
