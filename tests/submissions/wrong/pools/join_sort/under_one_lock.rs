//! verdict: serial
//! The whole box is behind a lock while a half of it is sorted.

use std::sync::Mutex;

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    if slips.len() <= cutoff {
        return by_hand(slips);
    }
    let middle = slips.len() / 2;
    let all = Mutex::new(&mut *slips);
    rayon::join(
        || sort(&mut all.lock().unwrap()[..middle], cutoff, by_hand),
        || sort(&mut all.lock().unwrap()[middle..], cutoff, by_hand),
    );
    merge(slips, middle);
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
