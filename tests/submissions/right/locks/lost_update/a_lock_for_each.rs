//! Three numbers that have nothing to do with each other: a lock for each.

use std::sync::{Mutex, RwLock};

pub struct OrderDesk {
    numbers: Mutex<std::ops::RangeFrom<u64>>,
    largest: RwLock<u64>,
    turns: Mutex<Box<dyn Iterator<Item = usize> + Send>>,
}

impl OrderDesk {
    pub fn new(cooks: usize) -> OrderDesk {
        OrderDesk {
            numbers: Mutex::new(1..),
            largest: RwLock::new(0),
            turns: Mutex::new(Box::new((0..cooks).cycle())),
        }
    }

    pub fn number(&self) -> u64 {
        self.numbers.lock().unwrap().next().unwrap()
    }

    pub fn note_size(&self, plates: u64) {
        let mut largest = self.largest.write().unwrap();
        if plates > *largest {
            *largest = plates;
        }
    }

    pub fn largest(&self) -> u64 {
        *self.largest.read().unwrap()
    }

    pub fn next_cook(&self) -> usize {
        self.turns.lock().unwrap().next().unwrap()
    }
}
