//! A counter with two conditions, which several of the programs share: produce when it is 0, consume when it is not.

use std::sync::{Condvar, Mutex};

pub(super) struct Handshake {
    items: Mutex<u32>,
    empty: Condvar,
    full: Condvar,
}

impl Handshake {
    pub(super) fn new(items: u32) -> Self {
        Self {
            items: Mutex::new(items),
            empty: Condvar::new(),
            full: Condvar::new(),
        }
    }

    /// Waits until nothing is there, then adds one.
    pub(super) fn produce(&self) {
        let mut items = self.items.lock().unwrap();
        while *items > 0 {
            items = self.empty.wait(items).unwrap();
        }
        *items += 1;
        drop(items);
        self.full.notify_one();
    }

    /// Waits until something is there, runs `meanwhile` under the lock, then takes `amount` away.
    pub(super) fn consume(&self, amount: u32, meanwhile: impl FnOnce()) {
        let mut items = self.items.lock().unwrap();
        while *items == 0 {
            items = self.full.wait(items).unwrap();
        }
        meanwhile();
        *items -= amount;
        drop(items);
        self.empty.notify_one();
    }
}
