//! verdict: deadlock
//! One condition variable for both sides, and one notification: it may wake the wrong side.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    items: Mutex<VecDeque<T>>,
    changed: Condvar,
    capacity: usize,
}

impl<T> Buffer<T> {
    pub fn new(capacity: usize) -> Buffer<T> {
        Buffer {
            items: Mutex::new(VecDeque::new()),
            changed: Condvar::new(),
            capacity,
        }
    }

    pub fn put(&self, item: T) {
        let mut items = self
            .changed
            .wait_while(self.items.lock().unwrap(), |items| {
                items.len() == self.capacity
            })
            .unwrap();
        items.push_back(item);
        self.changed.notify_one();
    }

    pub fn get(&self) -> T {
        let mut items = self
            .changed
            .wait_while(self.items.lock().unwrap(), |items| items.is_empty())
            .unwrap();
        let item = items.pop_front().unwrap();
        self.changed.notify_one();
        item
    }

    pub fn len(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
