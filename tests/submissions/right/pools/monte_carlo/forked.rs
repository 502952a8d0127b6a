//! Each evening's generator is forked from the first one, by number.

use fastrand::Rng;
use std::thread;

pub type Evening<'a> = &'a (dyn Fn(usize, &mut Rng) -> f64 + Sync);

pub fn simulate(seed: u64, evenings: usize, workers: usize, evening: Evening) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<Rng> = (0..evenings).map(|_| draw.fork()).collect();
    let mut results = vec![0.0; evenings];
    let size = evenings.div_ceil(workers).max(1);
    thread::scope(|scope| {
        let shares = seeds.chunks(size).zip(results.chunks_mut(size));
        for (share, (seeds, results)) in shares.enumerate() {
            scope.spawn(move || {
                for (at, (seed, result)) in seeds.iter().zip(results).enumerate() {
                    *result = evening(share * size + at, &mut seed.clone());
                }
            });
        }
    });
    results.iter().sum::<f64>() / evenings as f64
}
