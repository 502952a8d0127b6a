//! The channel of `std`, its receiver in a lock that is held only while taking.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (listen, cook) = (Arc::new(listen), Arc::new(cook));
    let (hang, rail) = mpsc::channel();
    let rail = Arc::new(Mutex::new(rail));
    let mut waiting = Vec::new();
    for waiter in 0..waiters {
        let (listen, hang) = (Arc::clone(&listen), hang.clone());
        waiting.push(thread::spawn(move || {
            while let Some(order) = listen(waiter) {
                hang.send(order).unwrap();
            }
        }));
    }
    drop(hang);
    let mut cooking = Vec::new();
    for _ in 0..cooks {
        let (cook, rail) = (Arc::clone(&cook), Arc::clone(&rail));
        cooking.push(thread::spawn(move || {
            let mut plates = Vec::new();
            loop {
                let order = rail.lock().unwrap().recv();
                let Ok(order) = order else { return plates };
                plates.push(cook(order));
            }
        }));
    }
    for waiter in waiting {
        waiter.join().unwrap();
    }
    cooking
        .into_iter()
        .flat_map(|cook| cook.join().unwrap())
        .collect()
}
