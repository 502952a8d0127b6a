//! Merges from the back into a buffer that all levels share.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    let mut buffer = vec![0; slips.len()];
    sort_with(slips, &mut buffer, cutoff, by_hand);
}

fn sort_with(
    slips: &mut [u32],
    buffer: &mut [u32],
    cutoff: usize,
    by_hand: &(impl Fn(&mut [u32]) + Sync),
) {
    if slips.len() <= cutoff {
        by_hand(slips);
        return;
    }
    let middle = slips.len() / 2;
    let (left, right) = slips.split_at_mut(middle);
    let (spare_left, spare_right) = buffer.split_at_mut(middle);
    rayon::join(
        || sort_with(left, spare_left, cutoff, by_hand),
        || sort_with(right, spare_right, cutoff, by_hand),
    );
    let (mut a, mut b) = (left.len(), right.len());
    for place in (0..a + b).rev() {
        if b == 0 || (a > 0 && left[a - 1] > right[b - 1]) {
            a -= 1;
            buffer[place] = left[a];
        } else {
            b -= 1;
            buffer[place] = right[b];
        }
    }
    slips.copy_from_slice(buffer);
}
