//! verdict: does_not_compile
//! `let _ =` would drop the guard at once, with no fork in hand: rustc refuses it.

use std::sync::Mutex;
use std::thread;

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Vec<Mutex<()>> = (0..seats).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..seats {
            let (forks, eat) = (&forks, &eat);
            scope.spawn(move || {
                for _ in 0..meals {
                    let _ = forks[seat.min((seat + 1) % seats)].lock().unwrap();
                    let _ = forks[seat.max((seat + 1) % seats)].lock().unwrap();
                    eat(seat);
                }
            });
        }
    });
    seats * meals
}
