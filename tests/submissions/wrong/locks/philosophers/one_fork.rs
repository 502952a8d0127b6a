//! verdict: race
//! Eats with one fork; the neighbour eats with it too.

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
                    eat(seat);
                }
            });
        }
    });
    seats * meals
}
