//! verdict: serial
//! The lock of the receiver lives as long as the loop's body.

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (hang, rail) = mpsc::channel();
    let rail = Mutex::new(rail);
    thread::scope(|scope| {
        let (listen, cook, rail) = (&listen, &cook, &rail);
        for waiter in 0..waiters {
            let hang = hang.clone();
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    hang.send(order).unwrap();
                }
            });
        }
        drop(hang);
        let cooking: Vec<_> = (0..cooks)
            .map(|_| {
                scope.spawn(move || {
                    let mut plates = Vec::new();
                    while let Ok(order) = rail.lock().unwrap().recv() {
                        plates.push(cook(order));
                    }
                    plates
                })
            })
            .collect();
        cooking
            .into_iter()
            .flat_map(|cook| cook.join().unwrap())
            .collect()
    })
}
