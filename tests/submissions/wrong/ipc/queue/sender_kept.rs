//! verdict: deadlock
//! The first sender lives to the end of the function, so the rail never ends.

use crossbeam::channel::unbounded;
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (hang, rail) = unbounded();
    thread::scope(|scope| {
        let (listen, cook) = (&listen, &cook);
        for waiter in 0..waiters {
            let hang = hang.clone();
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    hang.send(order).unwrap();
                }
            });
        }
        let cooking: Vec<_> = (0..cooks)
            .map(|_| {
                let rail = rail.clone();
                scope.spawn(move || rail.iter().map(cook).collect::<Vec<u32>>())
            })
            .collect();
        cooking
            .into_iter()
            .flat_map(|cook| cook.join().unwrap())
            .collect()
    })
}
