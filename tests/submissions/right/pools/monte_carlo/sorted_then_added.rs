//! The results are sorted by size before they are added: that is an order, too.

use fastrand::Rng;
use std::sync::mpsc;
use std::thread;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let (send, results) = mpsc::channel();
    thread::scope(|scope| {
        for worker in 0..workers {
            let (send, seeds) = (send.clone(), &seeds);
            scope.spawn(move || {
                for number in (worker..evenings).step_by(workers) {
                    let result = evening(number, &mut Rng::with_seed(seeds[number]));
                    send.send(result).unwrap();
                }
            });
        }
    });
    drop(send);
    let mut results: Vec<f64> = results.into_iter().collect();
    results.sort_by(f64::total_cmp);
    results.into_iter().sum::<f64>() / evenings as f64
}
