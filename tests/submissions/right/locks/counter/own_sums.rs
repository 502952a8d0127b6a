//! Nothing is shared: each thread gives back what it counted.

use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let cooks: Vec<thread::JoinHandle<u64>> = (0..threads)
        .map(|_| thread::spawn(move || (0..per_thread).map(|_| 1).sum()))
        .collect();
    cooks.into_iter().map(|cook| cook.join().unwrap()).sum()
}
