//! Two channels in a row: orders in, plates out. The second one ends when the last cook does.

use crossbeam::channel::bounded;
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (hang, rail) = bounded(1);
    let (serve, served) = bounded(1);
    thread::scope(|scope| {
        let (listen, cook) = (&listen, &cook);
        for waiter in 0..waiters {
            let hang = hang.clone();
            scope.spawn(move || {
                std::iter::from_fn(|| listen(waiter)).for_each(|order| hang.send(order).unwrap())
            });
        }
        for _ in 0..cooks {
            let (rail, serve) = (rail.clone(), serve.clone());
            scope.spawn(move || {
                rail.iter()
                    .for_each(|order| serve.send(cook(order)).unwrap())
            });
        }
        drop((hang, serve));
        served.iter().collect()
    })
}
