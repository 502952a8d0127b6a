//! A lock for the rail and one for the counter, always taken in this order.

use std::sync::Mutex;

pub struct Rail {
    waiting: Mutex<Vec<u32>>,
    counter: Mutex<(usize, Vec<u64>)>,
}

impl Rail {
    pub fn new(mut orders: Vec<u32>) -> Rail {
        orders.reverse();
        Rail {
            waiting: Mutex::new(orders),
            counter: Mutex::default(),
        }
    }

    fn take(&self) -> Option<u32> {
        let mut waiting = self.waiting.lock().unwrap();
        let mut counter = self.counter.lock().unwrap();
        let order = waiting.pop()?;
        counter.0 += 1;
        Some(order)
    }

    pub fn work(&self, cook: impl Fn(u32) -> u64) {
        while let Some(order) = self.take() {
            let dish = cook(order);
            let mut counter = self.counter.lock().unwrap();
            counter.0 -= 1;
            counter.1.push(dish);
        }
    }

    pub fn progress(&self) -> (usize, usize, usize) {
        let waiting = self.waiting.lock().unwrap();
        let counter = self.counter.lock().unwrap();
        (waiting.len(), counter.0, counter.1.len())
    }

    pub fn served(&self) -> Vec<u64> {
        self.counter.lock().unwrap().1.clone()
    }
}
