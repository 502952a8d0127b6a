//! `slice::sort` finds the two sorted runs and merges them.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    if slips.len() <= cutoff {
        return by_hand(slips);
    }
    let (left, right) = slips.split_at_mut(slips.len().div_ceil(2));
    rayon::join(
        || sort(left, cutoff, by_hand),
        || sort(right, cutoff, by_hand),
    );
    slips.sort();
}
