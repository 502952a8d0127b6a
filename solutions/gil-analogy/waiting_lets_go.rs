//! # Waiting lets go: nobody keeps the stove while at the market
//!
//! Every cook needs goods from the market, and then the stove. There is one stove, and its key is the Gil. A cook who took
//! the key along to the market would keep all the others from cooking, and they could not even go to the market
//! themselves. So the key is hung back before the walk, and taken again after it. All may be at the market at once.

use std::sync::{Condvar, Mutex};
use std::thread;

/// The global interpreter lock: the key of the stove. By default nobody holds it.
#[derive(Default)]
pub struct Gil {
    /// Whether a thread holds it.
    held: Mutex<bool>,
    /// Announces that it was dropped.
    dropped: Condvar,
}

/// The right to execute bytecode. The Gil is free again when this is dropped.
#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    /// What is dropped with it.
    gil: &'a Gil,
}

impl Gil {
    /// Takes the Gil. Waits while another thread holds it.
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
    /// Calls `wait` while the Gil is free, and returns its result together with the Gil.
    pub fn while_waiting<R>(self, wait: impl FnOnce() -> R) -> (GilGuard<'a>, R) {
        let gil = self.gil;
        // The decisive line: the guard is gone before the wait begins. If it lived on, with the Gil let go behind its back, a
        // panic in `wait` would drop it a second time, and that time it may be somebody else's.
        drop(self);
        let result = wait();
        (gil.take(), result)
    }
}

/// Cooks all the `orders`, each in a thread of its own. `market(order)` waits for the goods, which needs no stove.
/// `stove(goods)` makes a dish of them, under the `gil`.
pub fn cook_all(
    gil: &Gil,
    orders: &[u64],
    market: impl Fn(u64) -> u64 + Sync,
    stove: impl Fn(u64) -> u64 + Sync,
) -> Vec<u64> {
    let (market, stove) = (&market, &stove);
    thread::scope(|scope| {
        let cooks: Vec<_> = (orders.iter())
            .map(|&order| {
                scope.spawn(move || {
                    // The name matters: `(_, goods)` would drop the Gil before there is a dish.
                    let (_guard, goods) = gil.take().while_waiting(|| market(order));
                    stove(goods)
                })
            })
            .collect();
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}

// Wrong turns
// - waiting with the Gil in hand: the others cannot even begin to wait (wrong/holds_it_while_waiting.rs is serial).
// - coming back without it: two at the stove (wrong/never_takes_it_back.rs).
// - a guard that lives through the wait: after a panic it drops another thread's Gil (wrong/guard_lives_on.rs).
// - `let (_, goods)`: what has no name is dropped at the end of the statement (wrong/guard_without_a_name.rs).
