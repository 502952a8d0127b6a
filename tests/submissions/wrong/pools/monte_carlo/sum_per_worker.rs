//! verdict: wrong_result
//! A sum for each worker: it is rounded in other places than that of one.

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
    let size = evenings.div_ceil(workers).max(1);
    let numbers: Vec<usize> = (0..evenings).collect();
    thread::scope(|scope| {
        let crew: Vec<_> = numbers
            .chunks(size)
            .map(|numbers| {
                let seeds = &seeds;
                scope.spawn(move || {
                    let play =
                        |number: &usize| evening(*number, &mut Rng::with_seed(seeds[*number]));
                    numbers.iter().map(play).sum::<f64>()
                })
            })
            .collect();
        crew.into_iter()
            .map(|worker| worker.join().unwrap())
            .sum::<f64>()
    }) / evenings as f64
}
