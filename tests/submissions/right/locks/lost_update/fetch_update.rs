//! Every change is a function of the old value, tried until nobody was faster.

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
        let last = self
            .last_number
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |last| Some(last + 1));
        last.unwrap() + 1
    }
    pub fn note_size(&self, plates: u64) {
        let _ = self
            .largest
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |largest| {
                (plates > largest).then_some(plates)
            });
    }
    pub fn largest(&self) -> u64 {
        self.largest.load(Ordering::Acquire)
    }
    pub fn next_cook(&self) -> usize {
        self.turn
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |cook| {
                Some((cook + 1) % self.cooks)
            })
            .unwrap()
    }
}
