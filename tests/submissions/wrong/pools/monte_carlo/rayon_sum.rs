//! verdict: wrong_result
//! Leaves the sum to rayon, which adds as the work is divided.

use fastrand::Rng;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let pool = ThreadPoolBuilder::new()
        .num_threads(workers)
        .build()
        .unwrap();
    let sum: f64 = pool.install(|| {
        (0..evenings)
            .into_par_iter()
            .map(|number| evening(number, &mut Rng::with_seed(seeds[number])))
            .sum()
    });
    sum / evenings as f64
}
