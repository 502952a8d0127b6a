//! verdict: deadlock
//! Everybody takes the left fork first.

use std::sync::Mutex;
use std::thread;

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Vec<Mutex<()>> = (0..seats).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..seats {
            let (forks, eat) = (&forks, &eat);
            scope.spawn(move || {
                for _ in 0..meals {
                    let _left = forks[seat].lock().unwrap();
                    let _right = forks[(seat + 1) % seats].lock().unwrap();
                    eat(seat);
                }
            });
        }
    });
    seats * meals
}
