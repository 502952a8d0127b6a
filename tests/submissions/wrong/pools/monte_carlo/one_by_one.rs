//! verdict: serial
//! The right mean, one evening after the other.

use fastrand::Rng;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let _ = workers;
    let play = |number: usize| evening(number, &mut Rng::with_seed(seeds[number]));
    (0..evenings).map(play).sum::<f64>() / evenings as f64
}
