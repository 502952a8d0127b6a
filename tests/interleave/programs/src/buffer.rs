//! The bounded buffer: a mutex and two condition variables.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use crate::threads::join_all;

struct Buffer {
    items: Mutex<VecDeque<u32>>,
    capacity: usize,
    not_full: Condvar,
    not_empty: Condvar,
}

impl Buffer {
    fn put(&self, item: u32) {
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.not_full.wait(items).unwrap();
        }
        items.push_back(item);
        drop(items);
        self.not_empty.notify_one();
    }

    fn take(&self) -> u32 {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.not_empty.wait(items).unwrap();
        }
        let item = items.pop_front().unwrap();
        drop(items);
        self.not_full.notify_one();
        item
    }
}

/// `producers` threads put `items` items each (10 × producer + number) into a buffer of `capacity`; the caller takes
/// them all and returns them in the order of their arrival.
///
/// Outcomes: every merge of the producers' sequences, each sequence in its own order; no deadlock.
pub fn buffer(producers: usize, items: u32, capacity: usize) -> Vec<u32> {
    let buffer = Arc::new(Buffer {
        items: Mutex::new(VecDeque::new()),
        capacity,
        not_full: Condvar::new(),
        not_empty: Condvar::new(),
    });
    let handles = (0..producers)
        .map(|producer| {
            let buffer = Arc::clone(&buffer);
            thread::spawn(move || (0..items).for_each(|i| buffer.put(producer as u32 * 10 + i)))
        })
        .collect();
    let taken = (0..producers as u32 * items)
        .map(|_| buffer.take())
        .collect();
    join_all(handles);
    taken
}
