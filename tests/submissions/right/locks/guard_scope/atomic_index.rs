//! The next order is a number that each cook adds to; what is neither waiting nor served is in a pan.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Rail {
    orders: Vec<u32>,
    next: AtomicUsize,
    served: Mutex<Vec<u64>>,
}

impl Rail {
    pub fn new(orders: Vec<u32>) -> Rail {
        Rail {
            orders,
            next: AtomicUsize::new(0),
            served: Mutex::default(),
        }
    }

    pub fn work(&self, cook: impl Fn(u32) -> u64) {
        while let Some(&order) = self.orders.get(self.next.fetch_add(1, SeqCst)) {
            let dish = cook(order);
            self.served.lock().unwrap().push(dish);
        }
    }

    pub fn progress(&self) -> (usize, usize, usize) {
        // Served first: an order is taken before it is served, so `next` can only be further on.
        let served = self.served.lock().unwrap().len();
        let taken = self.next.load(SeqCst).min(self.orders.len());
        (self.orders.len() - taken, taken - served, served)
    }

    pub fn served(&self) -> Vec<u64> {
        self.served.lock().unwrap().clone()
    }
}
