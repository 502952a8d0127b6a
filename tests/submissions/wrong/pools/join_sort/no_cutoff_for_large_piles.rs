//! verdict: wrong_result
//! Takes the cut-off for the size of the whole box: a box that is larger is halved down to the last slip.

pub fn sort(slips: &mut [u32], cutoff: usize, by_hand: &(impl Fn(&mut [u32]) + Sync)) {
    let cutoff = if slips.len() > cutoff { 1 } else { cutoff };
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
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    for place in slips {
        let from_left = match (left.peek(), right.peek()) {
            (Some(left), Some(right)) => left <= right,
            (left, _) => left.is_some(),
        };
        *place = if from_left { left.next() } else { right.next() }.unwrap();
    }
}
