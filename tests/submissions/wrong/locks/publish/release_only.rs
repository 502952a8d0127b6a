//! verdict: race
//! Hands over, and nobody takes.

use std::sync::atomic::{
    AtomicBool, AtomicU64,
    Ordering::{Relaxed, Release},
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
        self.dish.store(dish, Relaxed);
        self.price.store(price, Relaxed);
        self.open.store(true, Release);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if self.open.load(Relaxed) {
            Some((self.dish.load(Relaxed), self.price.load(Relaxed)))
        } else {
            None
        }
    }
}
