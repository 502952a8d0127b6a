//! verdict: livelock
//! Puts the first fork back when the second is taken, and tries again: all can do so in step.

use std::sync::Mutex;
use std::thread;

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Vec<Mutex<()>> = (0..seats).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..seats {
            let (forks, eat) = (&forks, &eat);
            scope.spawn(move || {
                for _ in 0..meals {
                    loop {
                        let left = forks[seat].lock().unwrap();
                        if let Ok(_right) = forks[(seat + 1) % seats].try_lock() {
                            eat(seat);
                            break;
                        }
                        thread::yield_now();
                        drop(left);
                    }
                }
            });
        }
    });
    seats * meals
}
