//! The strongest ordering everywhere.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};

pub struct Board {
    dish: AtomicU64,
    price: AtomicU64,
    open: AtomicBool,
}

impl Board {
    pub fn new() -> Board {
        Board {
            dish: AtomicU64::new(0),
            price: AtomicU64::new(0),
            open: AtomicBool::new(false),
        }
    }

    pub fn publish(&self, dish: u64, price: u64) {
        self.dish.store(dish, SeqCst);
        self.price.store(price, SeqCst);
        self.open.store(true, SeqCst);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if self.open.load(SeqCst) {
            Some((self.dish.load(SeqCst), self.price.load(SeqCst)))
        } else {
            None
        }
    }
}
