//! # Waiting lets go: nobody keeps the stove while at the market
//!
//! Every cook needs goods from the market, and then the stove. There is one stove, and its key is the Gil. A cook who took
//! the key along to the market would keep all the others from cooking, and they could not even go to the market
//! themselves. So the key is hung back before the walk, and taken again after it. All may be at the market at once.
//!
//! **In Python** this is why threads help with downloads though the GIL exists: whatever waits in C, a socket, a file,
//! `time.sleep`, drops the GIL first and takes it again afterwards. CPython writes it as a pair of macros,
//! `Py_BEGIN_ALLOW_THREADS` and `Py_END_ALLOW_THREADS`. In Rust it is one call that takes the guard and gives one back, as
//! `Condvar::wait` does with the guard of a mutex: nobody can forget the second half.
//!
//! **Your task**
//! 1. `GilGuard::while_waiting`: drops the Gil, calls `wait` without it, takes it again. Returns both.
//! 2. If `wait` panics, the Gil is not taken again. And whoever has it meanwhile keeps it.
//! 3. `cook_all`: a thread for each order, all at the market at the same time, one at a time at the stove. Returns the
//!    dishes in the order of the orders.
//!
//! **Leave alone:** the signatures, `Gil`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::{Condvar, Mutex};

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
        // TODO 1 and 2: in which order do the guard, the wait and the Gil come?
        let _ = (self.gil, wait);
        todo!("wait without the Gil")
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
    // TODO 3: each thread takes the Gil, is at the market without it, and cooks with it.
    let _ = (gil, market, stove);
    todo!("cook {orders:?}")
}
