//! # Join sort: halve the pile until it is small enough
//!
//! At the end of the week all the order slips lie in one box, and they are wanted by number. The chef halves the pile,
//! gives one half away, sorts the other, and in the end merges the two. Whoever gets a half does the same. Nobody halves a
//! pile that one hand can hold: to give it away would take longer than to sort it.

/// Sorts the `slips`. `by_hand` sorts a pile of at most `cutoff` slips, at least one.
pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    // Without the cut-off the tree of joins would have a leaf for each slip, and the pool would be busy with offering.
    if slips.len() <= cutoff {
        return by_hand(slips);
    }
    let middle = slips.len() / 2;
    // Two slices that do not overlap: two threads may write to them, and no lock is needed.
    let (left, right) = slips.split_at_mut(middle);
    // The decisive line: `join` offers the second half to the pool. A thread for each half would be started whether or
    // not there is a core for it.
    rayon::join(
        || sort(left, cutoff, by_hand),
        || sort(right, cutoff, by_hand),
    );
    merge(slips, middle);
}

/// Merges what stands before `middle` with what stands after it, both sorted.
fn merge(slips: &mut [u32], middle: usize) {
    // Only the left half moves out of the way. A place is never written before its slip has been taken from there.
    let left = slips[..middle].to_vec();
    let (mut next_left, mut next_right, mut place) = (0, middle, 0);
    while next_left < left.len() {
        if next_right < slips.len() && slips[next_right] < left[next_left] {
            slips[place] = slips[next_right];
            next_right += 1;
        } else {
            slips[place] = left[next_left];
            next_left += 1;
        }
        place += 1;
    }
}

// Wrong turns
// - two calls one after the other: sorted, by one thread (wrong/sequential.rs is serial).
// - `join` on the first level only: two threads, however many there are (wrong/only_the_first_halves.rs is serial).
// - no cut-off: as many tasks as slips (wrong/no_cutoff.rs).
// - threads in the place of `join`: more of them than the pool has (wrong/a_thread_for_each_half.rs).
// - a merge that stops when one half is empty: the rest of the other is lost (wrong/loses_the_rest.rs).
