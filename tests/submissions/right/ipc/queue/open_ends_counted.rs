//! A queue of one lock that counts the waiters who may still write.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Rail {
    state: Mutex<(Vec<u32>, usize)>,
    changed: Condvar,
}

impl Rail {
    fn hang(&self, order: u32) {
        self.state.lock().unwrap().0.push(order);
        self.changed.notify_one();
    }

    fn go_home(&self) {
        self.state.lock().unwrap().1 -= 1;
        self.changed.notify_all();
    }

    fn take(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        loop {
            match state.0.pop() {
                Some(order) => return Some(order),
                None if state.1 == 0 => return None,
                None => state = self.changed.wait(state).unwrap(),
            }
        }
    }
}

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let rail = Arc::new(Rail {
        state: Mutex::new((Vec::new(), waiters)),
        changed: Condvar::new(),
    });
    let (listen, cook) = (Arc::new(listen), Arc::new(cook));
    let cooking: Vec<_> = (0..cooks)
        .map(|_| {
            let (rail, cook) = (rail.clone(), cook.clone());
            thread::spawn(move || {
                let mut plates = vec![];
                while let Some(order) = rail.take() {
                    plates.push(cook(order));
                }
                plates
            })
        })
        .collect();
    let waiting: Vec<_> = (0..waiters)
        .map(|waiter| {
            let (rail, listen) = (rail.clone(), listen.clone());
            thread::spawn(move || {
                while let Some(order) = listen(waiter) {
                    rail.hang(order);
                }
                rail.go_home();
            })
        })
        .collect();
    waiting
        .into_iter()
        .for_each(|waiter| waiter.join().unwrap());
    let mut plates = vec![];
    for cook in cooking {
        plates.extend(cook.join().unwrap());
    }
    plates
}
