//! verdict: serial
//! The guard in the head of the loop lives as long as the body.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Rail {
    total: usize,
    waiting: Mutex<Vec<u32>>,
    cooking: AtomicUsize,
    served: Mutex<Vec<u64>>,
}

impl Rail {
    pub fn new(mut orders: Vec<u32>) -> Rail {
        orders.reverse();
        Rail {
            total: orders.len(),
            waiting: Mutex::new(orders),
            cooking: AtomicUsize::new(0),
            served: Mutex::default(),
        }
    }

    pub fn work(&self, cook: impl Fn(u32) -> u64) {
        while let Some(order) = self.waiting.lock().unwrap().pop() {
            self.cooking.fetch_add(1, SeqCst);
            let dish = cook(order);
            self.served.lock().unwrap().push(dish);
            self.cooking.fetch_sub(1, SeqCst);
        }
    }

    pub fn progress(&self) -> (usize, usize, usize) {
        let served = self.served.lock().unwrap().len();
        let cooking = self.cooking.load(SeqCst);
        (self.total - served - cooking, cooking, served)
    }

    pub fn served(&self) -> Vec<u64> {
        self.served.lock().unwrap().clone()
    }
}
