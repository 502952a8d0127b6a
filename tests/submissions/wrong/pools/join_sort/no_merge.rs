//! verdict: wrong_result
//! Two sorted halves, one after the other.

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
}
