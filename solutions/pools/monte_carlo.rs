//! # Monte Carlo: ten thousand evenings
//!
//! How many guests will be turned away if the kitchen takes two tables out? Nobody can compute that, but it can be
//! played: an evening with random guests, ten thousand times, and then the mean. Several workers share the evenings. The
//! owner wants to see the result again tomorrow, digit by digit, from the same seed, on a machine with more cores.

use fastrand::Rng;
use std::thread;

/// Plays the evening of this number with these random numbers. Returns how many guests were turned away.
pub type Evening<'a> = &'a (dyn Fn(usize, &mut Rng) -> f64 + Sync);

/// Plays `evenings` evenings, at least one, with up to `workers` threads, at least one. Returns the mean of the results.
///
/// # Panics
///
/// When `evening` panics.
pub fn simulate(seed: u64, evenings: usize, workers: usize, evening: Evening) -> f64 {
    // The decisive line: the seeds are drawn by number, before there is any worker. `seed + number` would do so too, but
    // then the next seed would play all the same evenings again, except one.
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let mut results = vec![0.0; evenings];
    let size = evenings.div_ceil(workers).max(1);
    thread::scope(|scope| {
        let shares = seeds.chunks(size).zip(results.chunks_mut(size));
        for (share, (seeds, results)) in shares.enumerate() {
            scope.spawn(move || {
                for (at, (seed, result)) in seeds.iter().zip(results).enumerate() {
                    *result = evening(share * size + at, &mut Rng::with_seed(*seed));
                }
            });
        }
    });
    // Added when all are there, in the order of the numbers. A sum for each worker would be rounded in other places.
    results.iter().sum::<f64>() / evenings as f64
}

// Wrong turns
// - one generator behind a lock: who comes first draws first (wrong/shared_generator.rs is a race).
// - a generator for each worker: another number of workers, another result (wrong/seed_per_worker.rs).
// - adding to one sum as they are done: rounding depends on the order (wrong/sum_as_they_come.rs is a race).
// - a sum for each worker: rounding depends on the shares (wrong/sum_per_worker.rs).
// - the same seed for all: one evening, ten thousand times (wrong/one_evening_for_all.rs).
