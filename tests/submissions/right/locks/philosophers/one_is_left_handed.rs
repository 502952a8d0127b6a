//! The last one takes the forks in the other order.

use std::sync::Mutex;
use std::thread;

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Vec<Mutex<()>> = (0..seats).map(|_| Mutex::new(())).collect();
    thread::scope(|scope| {
        for seat in 0..seats {
            let (forks, eat) = (&forks, &eat);
            scope.spawn(move || {
                for _ in 0..meals {
                    let (left, right) = (&forks[seat], &forks[(seat + 1) % seats]);
                    let (first, second) = if seat + 1 == seats {
                        (right, left)
                    } else {
                        (left, right)
                    };
                    let hands = (first.lock().unwrap(), second.lock().unwrap());
                    eat(seat);
                    drop(hands);
                }
            });
        }
    });
    seats * meals
}
