//! The guard moves into the closure that waits, and each thread fills a place of its own.

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
        let without = move || {
            drop(self);
            wait()
        };
        let result = without();
        (gil.take(), result)
    }
}

pub fn cook_all(
    gil: &Gil,
    orders: &[u64],
    market: impl Fn(u64) -> u64 + Sync,
    stove: impl Fn(u64) -> u64 + Sync,
) -> Vec<u64> {
    let mut dishes = vec![0; orders.len()];
    thread::scope(|scope| {
        for (order, place) in orders.iter().zip(dishes.iter_mut()) {
            let (market, stove) = (&market, &stove);
            scope.spawn(move || {
                let guard = gil.take();
                let (guard, goods) = guard.while_waiting(|| market(*order));
                *place = stove(goods);
                drop(guard);
            });
        }
    });
    dishes
}
