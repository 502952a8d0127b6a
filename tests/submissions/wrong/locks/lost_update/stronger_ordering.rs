//! verdict: race
//! The strongest ordering, and still two steps.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
pub struct OrderDesk {
    last_number: AtomicU64,
    largest: AtomicU64,
    turn: AtomicUsize,
    cooks: usize,
}

impl OrderDesk {
    pub fn new(cooks: usize) -> OrderDesk {
        OrderDesk {
            last_number: AtomicU64::new(0),
            largest: AtomicU64::new(0),
            turn: AtomicUsize::new(0),
            cooks,
        }
    }
    pub fn number(&self) -> u64 {
        let last = self.last_number.load(Ordering::SeqCst);
        self.last_number.store(last + 1, Ordering::SeqCst);
        last + 1
    }
    pub fn note_size(&self, plates: u64) {
        if plates > self.largest.load(Ordering::SeqCst) {
            self.largest.store(plates, Ordering::SeqCst);
        }
    }
    pub fn largest(&self) -> u64 {
        self.largest.load(Ordering::SeqCst)
    }
    pub fn next_cook(&self) -> usize {
        let cook = self.turn.load(Ordering::SeqCst);
        self.turn.store((cook + 1) % self.cooks, Ordering::SeqCst);
        cook
    }
}
