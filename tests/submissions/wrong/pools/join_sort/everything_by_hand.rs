//! verdict: serial
//! One hand for all the slips, whatever the cut-off.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    let _ = cutoff;
    by_hand(slips);
}
