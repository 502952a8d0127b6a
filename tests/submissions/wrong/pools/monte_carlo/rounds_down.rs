//! verdict: race
//! The evenings divided by the workers, rounded down: what is left over has a worker more.

use fastrand::Rng;
use std::thread;

pub type Evening<'a> = &'a (dyn Fn(usize, &mut Rng) -> f64 + Sync);

pub fn simulate(seed: u64, evenings: usize, workers: usize, evening: Evening) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let mut results = vec![0.0; evenings];
    let size = (evenings / workers).max(1);
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
    results.iter().sum::<f64>() / evenings as f64
}
