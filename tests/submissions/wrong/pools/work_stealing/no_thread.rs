//! verdict: serial
//! One order after the other.

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    piles.into_iter().flatten().for_each(cook);
}
