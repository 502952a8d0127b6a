//! verdict: wrong_result
//! The merge stops when one half is empty.

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
    let (left, right) = (slips[..middle].to_vec(), slips[middle..].to_vec());
    let (mut a, mut b) = (0, 0);
    while a < left.len() && b < right.len() {
        if left[a] <= right[b] {
            slips[a + b] = left[a];
            a += 1;
        } else {
            slips[a + b] = right[b];
            b += 1;
        }
    }
}
