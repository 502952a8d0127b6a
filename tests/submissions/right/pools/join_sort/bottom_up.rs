//! From below: piles of the size of the cut-off by hand, then two neighbours at a time, in parallel on every level.

use rayon::prelude::*;

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    slips.par_chunks_mut(cutoff).for_each(by_hand);
    let mut size = cutoff;
    while size < slips.len() {
        slips
            .par_chunks_mut(2 * size)
            .filter(|pair| pair.len() > size)
            .for_each(|pair| merge(pair, size));
        size *= 2;
    }
}

fn merge(slips: &mut [u32], middle: usize) {
    let (left, right) = (slips[..middle].to_vec(), slips[middle..].to_vec());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    for place in slips {
        let from_left = match (left.peek(), right.peek()) {
            (Some(left), Some(right)) => left <= right,
            (left, _) => left.is_some(),
        };
        *place = if from_left { left.next() } else { right.next() }.unwrap();
    }
}
