//! verdict: serial
//! Sorts all by itself, and shows the piles to the hand afterwards.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    slips.sort_unstable();
    slips.chunks_mut(cutoff).for_each(by_hand);
}
