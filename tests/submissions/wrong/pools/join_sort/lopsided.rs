//! verdict: serial
//! Divides by the first slip: when they are in order already, one part is nearly everything.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    if slips.len() <= cutoff {
        return by_hand(slips);
    }
    let pivot = slips[0];
    let mut parted: Vec<u32> = slips.iter().copied().filter(|slip| *slip < pivot).collect();
    let middle = parted.len();
    parted.extend(slips.iter().filter(|slip| **slip >= pivot));
    slips.copy_from_slice(&parted);
    if middle == 0 {
        return sort(&mut slips[1..], cutoff, by_hand);
    }
    let (left, right) = slips.split_at_mut(middle);
    rayon::join(
        || sort(left, cutoff, by_hand),
        || sort(right, cutoff, by_hand),
    );
}
