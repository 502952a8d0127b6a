//! verdict: livelock
//! A flag says that the waiters are done, and a cook without orders looks at it all the time.

use crossbeam::channel::{TryRecvError, unbounded};
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
        drop(hang);
        let cooking: Vec<_> = (0..cooks)
            .map(|_| {
                let rail = rail.clone();
                scope.spawn(move || {
                    let mut plates = Vec::new();
                    loop {
                        match rail.try_recv() {
                            Ok(order) => plates.push(cook(order)),
                            Err(TryRecvError::Empty) => thread::yield_now(),
                            Err(TryRecvError::Disconnected) => return plates,
                        }
                    }
                })
            })
            .collect();
        cooking
            .into_iter()
            .flat_map(|cook| cook.join().unwrap())
            .collect()
    })
}
