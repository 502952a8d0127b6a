//! verdict: wrong_result
//! Of two equal slips one is taken and the other one passed over.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    if slips.len() <= cutoff {
        return by_hand(slips);
    }
    let middle = slips.len() / 2;
    let (left, right) = slips.split_at_mut(middle);
    rayon::join(
        || sort(left, cutoff, by_hand),
        || sort(right, cutoff, by_hand),
    );
    merge(slips, middle);
}

fn merge(slips: &mut [u32], middle: usize) {
    let (left, right) = slips.split_at(middle);
    let merged: std::collections::BTreeSet<u32> = left.iter().chain(right).copied().collect();
    for (place, slip) in slips.iter_mut().zip(merged) {
        *place = slip;
    }
}
