//! Two counts of permits, room and items, each a monitor of its own.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct Permits(Mutex<usize>, Condvar);

impl Permits {
    fn take(&self) {
        let mut free = self.0.lock().unwrap();
        while *free == 0 {
            free = self.1.wait(free).unwrap();
        }
        *free -= 1;
    }

    fn give(&self) {
        *self.0.lock().unwrap() += 1;
        self.1.notify_one();
    }
}

pub struct Buffer<T> {
    room: Permits,
    ready: Permits,
    items: Mutex<VecDeque<T>>,
}

impl<T> Buffer<T> {
    pub fn new(capacity: usize) -> Buffer<T> {
        Buffer {
            room: Permits(Mutex::new(capacity), Condvar::new()),
            ready: Permits(Mutex::new(0), Condvar::new()),
            items: Mutex::new(VecDeque::new()),
        }
    }

    pub fn put(&self, item: T) {
        self.room.take();
        self.items.lock().unwrap().push_back(item);
        self.ready.give();
    }

    pub fn get(&self) -> T {
        self.ready.take();
        let item = self.items.lock().unwrap().pop_front().unwrap();
        self.room.give();
        item
    }

    pub fn len(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
