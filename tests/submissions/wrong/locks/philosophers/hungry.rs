//! verdict: wrong_result
//! Eats one meal less than it says.

use std::sync::Mutex;
use std::thread;

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Vec<Mutex<()>> = (0..seats).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..seats {
            let (forks, eat) = (&forks, &eat);
            scope.spawn(move || {
                for _ in 1..meals {
                    let next = (seat + 1) % seats;
                    let _first = forks[seat.min(next)].lock().unwrap();
                    let _second = forks[seat.max(next)].lock().unwrap();
                    eat(seat);
                }
            });
        }
    });
    seats * meals
}
