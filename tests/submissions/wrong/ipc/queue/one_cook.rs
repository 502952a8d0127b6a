//! verdict: serial
//! One cook, however many are asked for.

use std::sync::mpsc;
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let _ = cooks;
    let (hang, rail) = mpsc::channel();
    thread::scope(|scope| {
        let listen = &listen;
        for waiter in 0..waiters {
            let hang = hang.clone();
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    hang.send(order).unwrap();
                }
            });
        }
        drop(hang);
        rail.iter().map(cook).collect()
    })
}
