//! verdict: wrong_result
//! The mean that was written in a book.

use fastrand::Rng;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let _ = (seed, evenings, workers, evening);
    1.96
}
