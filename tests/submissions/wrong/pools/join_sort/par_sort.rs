//! verdict: wrong_result
//! Leaves everything to the library, and nothing to the hand.

use rayon::prelude::*;

pub fn sort(slips: &mut [u32], _: usize, _: &(impl Fn(&mut [u32]) + Sync)) {
    slips.par_sort_unstable();
}
