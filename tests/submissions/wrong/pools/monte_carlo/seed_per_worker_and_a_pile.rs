//! verdict: race
//! A generator for each worker, and who is free plays the next evening.

use fastrand::Rng;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn simulate(
    seed: u64,
    evenings: usize,
    workers: usize,
    evening: &(dyn Fn(usize, &mut Rng) -> f64 + Sync),
) -> f64 {
    let next = AtomicUsize::new(0);
    let mut results: Vec<(usize, f64)> = thread::scope(|scope| {
        let next = &next;
        let play = move |worker: u64| {
            let mut mine = Vec::new();
            let mut random = Rng::with_seed(seed ^ worker.rotate_left(32));
            while let number = next.fetch_add(1, Ordering::Relaxed)
                && number < evenings
            {
                mine.push((number, evening(number, &mut random)));
            }
            mine
        };
        let crew: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || play(worker as u64)))
            .collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).sum::<f64>() / evenings as f64
}
