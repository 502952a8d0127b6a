//! verdict: serial
//! Hands the orders out in turn, to a rail for each cook: a cook may sit idle while the other one has two.

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
                let mut rails = senders.iter().cycle();
                while let Some(order) = listen(waiter) {
                    rails.next().unwrap().send(order).unwrap();
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
