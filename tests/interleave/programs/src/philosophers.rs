//! Dining philosophers (Dijkstra 1965, Hoare 1978): a circle of locks.

use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join_all;

/// `n` philosophers eat once each; returns how often forks were used, two for each meal.
///
/// Outcomes: `2n`. Unless forks are taken in one order for all (`ordered`), also a deadlock: everybody holds the left
/// fork and waits for the right one.
pub fn philosophers(n: usize, ordered: bool) -> u32 {
    let forks: Arc<Vec<Mutex<u32>>> = Arc::new((0..n).map(|_| Mutex::new(0)).collect());
    let handles = (0..n)
        .map(|i| {
            let forks = Arc::clone(&forks);
            thread::spawn(move || {
                let (mut first, mut second) = (i, (i + 1) % n);
                if ordered && first > second {
                    std::mem::swap(&mut first, &mut second);
                }
                let mut left = forks[first].lock().unwrap();
                let mut right = forks[second].lock().unwrap();
                *left += 1;
                *right += 1;
            })
        })
        .collect();
    join_all(handles);
    forks.iter().map(|fork| *fork.lock().unwrap()).sum()
}
