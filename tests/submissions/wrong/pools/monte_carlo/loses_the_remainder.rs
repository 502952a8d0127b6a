//! verdict: wrong_result
//! Equal shares, and what does not divide is not played.

use fastrand::Rng;
use std::thread;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let size = (evenings / workers).max(1);
    let mut results = vec![0.0; evenings];
    thread::scope(|scope| {
        for (worker, results) in results.chunks_exact_mut(size).take(workers).enumerate() {
            let seeds = &seeds;
            scope.spawn(move || {
                for (at, result) in results.iter_mut().enumerate() {
                    let number = worker * size + at;
                    *result = evening(number, &mut Rng::with_seed(seeds[number]));
                }
            });
        }
    });
    results.iter().sum::<f64>() / evenings as f64
}
