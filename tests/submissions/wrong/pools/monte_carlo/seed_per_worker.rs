//! verdict: wrong_result
//! A generator for each worker, which plays all its evenings.

use fastrand::Rng;
use std::thread;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let size = evenings.div_ceil(workers).max(1);
    let mut results = vec![0.0; evenings];
    thread::scope(|scope| {
        for (worker, results) in results.chunks_mut(size).enumerate() {
            let mut random = Rng::with_seed(seed ^ (worker as u64).rotate_left(32));
            scope.spawn(move || {
                for (at, result) in results.iter_mut().enumerate() {
                    let number = worker * size + at;
                    *result = evening(number, &mut random);
                }
            });
        }
    });
    results.iter().sum::<f64>() / evenings as f64
}
