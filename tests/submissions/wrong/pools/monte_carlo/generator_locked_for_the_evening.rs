//! verdict: race
//! One generator, locked as long as an evening lasts.

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
    let random = Mutex::new(Rng::with_seed(seed));
    let next = AtomicUsize::new(0);
    let mut results: Vec<(usize, f64)> = thread::scope(|scope| {
        let play = || {
            let mut mine = Vec::new();
            while let number = next.fetch_add(1, Ordering::Relaxed)
                && number < evenings
            {
                mine.push((number, evening(number, &mut random.lock().unwrap())));
            }
            mine
        };
        let crew: Vec<_> = (0..workers).map(|_| scope.spawn(play)).collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).sum::<f64>() / evenings as f64
}
