//! # Philosophers: five plates, five forks, no one starves
//!
//! After closing time the cooks eat at a round table. Between each two of them lies one fork, and a cook needs both
//! forks beside the plate to eat. If everybody takes the left fork first and then waits for the right one, all sit with
//! one fork in hand, for ever. Edsger Dijkstra set this as an examination question in 1965.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// Lets `seats` philosophers, at least two, eat `meals` times each. Returns the number of meals eaten.
pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Vec<Mutex<()>> = (0..seats).map(|_| Mutex::new(())).collect();
    let eaten = AtomicUsize::new(0);
    thread::scope(|scope| {
        for seat in 0..seats {
            let (forks, eaten, eat) = (&forks, &eaten, &eat);
            scope.spawn(move || {
                let next = (seat + 1) % seats;
                // The decisive line: everybody takes the fork of the lower number first. A circle of waiting would need
                // somebody who holds a higher one and waits for a lower one.
                let (first, second) = (seat.min(next), seat.max(next));
                for _ in 0..meals {
                    let _first = forks[first].lock().unwrap();
                    let _second = forks[second].lock().unwrap();
                    eat(seat);
                    eaten.fetch_add(1, Relaxed);
                }
            });
        }
    });
    eaten.into_inner()
}

// Wrong turns
// - left, then right: everybody holds one and waits for the other (wrong/left_then_right.rs).
// - one lock around the table: no deadlock, and nobody eats beside anybody (wrong/one_lock.rs is serial).
// - only one fork: neighbours eat with the same one (wrong/one_fork.rs).
// - try the second, put the first back, try again: all can do that in step, for ever (wrong/try_and_put_back.rs).
