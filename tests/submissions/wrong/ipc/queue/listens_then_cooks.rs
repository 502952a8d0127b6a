//! verdict: serial
//! Collects all orders first, then lets the cooks begin.

use std::sync::Mutex;
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let orders = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for waiter in 0..waiters {
            let (orders, listen) = (&orders, &listen);
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    orders.lock().unwrap().push(order);
                }
            });
        }
    });
    let plates = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..cooks {
            scope.spawn(|| {
                loop {
                    let order = orders.lock().unwrap().pop();
                    let Some(order) = order else { return };
                    let plate = cook(order);
                    plates.lock().unwrap().push(plate);
                }
            });
        }
    });
    plates.into_inner().unwrap()
}
