//! A rayon pool; `collect` keeps the order, and the sum is taken afterwards.

use fastrand::Rng;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let mut root = Rng::with_seed(seed);
    let generators: Vec<Rng> = (0..evenings).map(|_| root.fork()).collect();
    let pool = ThreadPoolBuilder::new()
        .num_threads(workers)
        .build()
        .unwrap();
    let results: Vec<f64> = pool.install(|| {
        generators
            .into_par_iter()
            .enumerate()
            .map(|(number, mut random)| evening(number, &mut random))
            .collect()
    });
    results.iter().sum::<f64>() / evenings as f64
}
