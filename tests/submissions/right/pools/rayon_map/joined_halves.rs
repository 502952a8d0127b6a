//! Divides by hand, with `rayon::join`, down to parts that are worth a thread.

pub fn plates(orders: &[u32], cook: impl Fn(u32) -> u64 + Send + Sync) -> Vec<u64> {
    let cooked = |part: &[u32]| part.iter().map(|order| cook(*order)).collect();
    divided(orders, size(orders), &cooked, &joined)
}

pub fn fresh(crates: &[u32], taste: impl Fn(u32) -> bool + Send + Sync) -> Vec<u32> {
    let good = |part: &[u32]| part.iter().copied().filter(|each| taste(*each)).collect();
    divided(crates, size(crates), &good, &joined)
}

pub fn bill(
    orders: &[u32],
    served: impl Fn(u32) -> bool + Send + Sync,
    price: impl Fn(u32) -> u64 + Send + Sync,
) -> u64 {
    let sum = |part: &[u32]| {
        let due = part.iter().filter(|each| served(**each));
        due.map(|each| price(*each)).sum::<u64>()
    };
    divided(orders, size(orders), &sum, &|left, right| left + right)
}

fn size(list: &[u32]) -> usize {
    list.len().div_ceil(16).max(1)
}

fn joined<T>(mut left: Vec<T>, right: Vec<T>) -> Vec<T> {
    left.extend(right);
    left
}

fn divided<T: Send>(
    list: &[u32],
    size: usize,
    work: &(impl Fn(&[u32]) -> T + Sync),
    both: &(impl Fn(T, T) -> T + Sync),
) -> T {
    if list.len() <= size {
        return work(list);
    }
    let (left, right) = list.split_at(list.len() / 2);
    let halves = rayon::join(
        || divided(left, size, work, both),
        || divided(right, size, work, both),
    );
    both(halves.0, halves.1)
}
