//! verdict: wrong_result
//! Nobody is passed over when nobody takes turns.

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
        self.last_number.fetch_add(1, Ordering::SeqCst) + 1
    }
    pub fn note_size(&self, plates: u64) {
        self.largest.fetch_max(plates, Ordering::SeqCst);
    }
    pub fn largest(&self) -> u64 {
        self.largest.load(Ordering::Acquire)
    }
    pub fn next_cook(&self) -> usize {
        self.turn.load(Ordering::SeqCst).min(self.cooks - 1)
    }
}
