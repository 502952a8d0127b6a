//! verdict: serial
//! As many cooks as were asked for, but not more than four.

use crossbeam::channel::unbounded;
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (listen, cook) = (&listen, &cook);
    let (hang, rail) = unbounded();
    thread::scope(|scope| {
        for waiter in 0..waiters {
            let hang = hang.clone();
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    hang.send(order).expect("the cooks stay to the end");
                }
            });
        }
        drop(hang);
        let cooks: Vec<_> = (0..cooks.min(4))
            .map(|_| {
                let rail = rail.clone();
                scope.spawn(move || rail.iter().map(cook).collect::<Vec<u32>>())
            })
            .collect();
        cooks
            .into_iter()
            .flat_map(|thread| thread.join().expect("no cook panics"))
            .collect()
    })
}
