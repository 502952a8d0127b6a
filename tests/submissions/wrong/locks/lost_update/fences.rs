//! verdict: race
//! Fences order the steps. They do not make them one.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering, fence};
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
        let last = self.last_number.load(Ordering::Acquire);
        fence(Ordering::SeqCst);
        self.last_number.store(last + 1, Ordering::Release);
        last + 1
    }
    pub fn note_size(&self, plates: u64) {
        self.largest.fetch_max(plates, Ordering::SeqCst);
    }
    pub fn largest(&self) -> u64 {
        self.largest.load(Ordering::Acquire)
    }
    pub fn next_cook(&self) -> usize {
        self.turn.fetch_add(1, Ordering::SeqCst) % self.cooks
    }
}
