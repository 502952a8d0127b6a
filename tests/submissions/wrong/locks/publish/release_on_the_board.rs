//! verdict: race
//! The promise stands on the data, and the sign carries nothing.

use std::sync::atomic::{
    AtomicBool, AtomicU64,
    Ordering::{Acquire, Relaxed, Release},
};

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
        self.dish.store(dish, Release);
        self.price.store(price, Release);
        self.open.store(true, Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if self.open.load(Relaxed) {
            Some((self.dish.load(Acquire), self.price.load(Acquire)))
        } else {
            None
        }
    }
}
