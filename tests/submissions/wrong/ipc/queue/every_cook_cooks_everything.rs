//! verdict: wrong_result
//! Each cook has a rail of its own, and every order hangs on all of them.

use std::sync::mpsc;
use std::thread;

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let (senders, rails): (Vec<_>, Vec<_>) = (0..cooks).map(|_| mpsc::channel()).unzip();
    thread::scope(|scope| {
        let (listen, cook) = (&listen, &cook);
        for waiter in 0..waiters {
            let senders = senders.clone();
            scope.spawn(move || {
                while let Some(order) = listen(waiter) {
                    for rail in &senders {
                        rail.send(order).unwrap();
                    }
                }
            });
        }
        drop(senders);
        let cooking: Vec<_> = rails
            .into_iter()
            .map(|rail| scope.spawn(move || rail.iter().map(cook).collect::<Vec<u32>>()))
            .collect();
        cooking
            .into_iter()
            .flat_map(|cook| cook.join().unwrap())
            .collect()
    })
}
