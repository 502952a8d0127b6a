//! Goes to the market before it takes the Gil at all, and sends the dishes by channel.

use std::sync::mpsc;
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
pub struct Gil {
    held: Mutex<bool>,
    dropped: Condvar,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let held = self.held.lock().unwrap();
        let mut held = self.dropped.wait_while(held, |held| *held).unwrap();
        *held = true;
        GilGuard { gil: self }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        *self.gil.held.lock().unwrap() = false;
        self.gil.dropped.notify_one();
    }
}

impl<'a> GilGuard<'a> {
    pub fn while_waiting<R>(self, wait: impl FnOnce() -> R) -> (GilGuard<'a>, R) {
        let gil = self.gil;
        drop(self);
        let result = wait();
        (gil.take(), result)
    }
}

pub fn cook_all(
    gil: &Gil,
    orders: &[u64],
    market: impl Fn(u64) -> u64 + Sync,
    stove: impl Fn(u64) -> u64 + Sync,
) -> Vec<u64> {
    let (serve, served) = mpsc::channel();
    thread::scope(|scope| {
        for (place, &order) in orders.iter().enumerate() {
            let serve = serve.clone();
            let (market, stove) = (&market, &stove);
            scope.spawn(move || {
                let goods = market(order);
                let _guard = gil.take();
                serve.send((place, stove(goods))).unwrap();
            });
        }
    });
    drop(serve);
    let mut dishes: Vec<_> = served.into_iter().collect();
    dishes.sort_by_key(|&(place, _)| place);
    dishes.into_iter().map(|(_, dish)| dish).collect()
}
