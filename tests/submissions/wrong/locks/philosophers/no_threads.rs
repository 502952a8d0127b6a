//! verdict: serial
//! They eat one after the other, and no thread is started.

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    for _ in 0..meals {
        (0..seats).for_each(&eat);
    }
    seats * meals
}
