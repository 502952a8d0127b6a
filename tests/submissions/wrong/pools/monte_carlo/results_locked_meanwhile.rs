//! verdict: serial
//! Plays while it holds the list of results.

use fastrand::Rng;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let mut draw = Rng::with_seed(seed);
    let seeds: Vec<u64> = (0..evenings).map(|_| draw.u64(..)).collect();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(vec![0.0; evenings]);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && number < evenings
                {
                    let mut results = results.lock().unwrap();
                    results[number] = evening(number, &mut Rng::with_seed(seeds[number]));
                }
            });
        }
    });
    results.into_inner().unwrap().iter().sum::<f64>() / evenings as f64
}
