//! A waiter lets one less to the table than there are seats; then left before right is safe.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn dine(seats: usize, meals: usize, eat: impl Fn(usize) + Sync) -> usize {
    let forks: Arc<Vec<Mutex<()>>> = Arc::new((0..seats).map(|_| Mutex::new(())).collect());
    let waiter = (Mutex::new(seats - 1), Condvar::new());
    thread::scope(|scope| {
        let guests: Vec<_> = (0..seats)
            .map(|seat| {
                let (forks, waiter, eat) = (forks.clone(), &waiter, &eat);
                scope.spawn(move || {
                    for _ in 0..meals {
                        let places = waiter.0.lock().unwrap();
                        *waiter.1.wait_while(places, |places| *places == 0).unwrap() -= 1;
                        {
                            let _left = forks[seat].lock().unwrap();
                            let _right = forks[(seat + 1) % forks.len()].lock().unwrap();
                            eat(seat);
                        }
                        *waiter.0.lock().unwrap() += 1;
                        waiter.1.notify_one();
                    }
                    meals
                })
            })
            .collect();
        guests.into_iter().map(|guest| guest.join().unwrap()).sum()
    })
}
