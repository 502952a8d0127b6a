//! As in Python: when all waiters have been joined, one `None` for each cook.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Queue {
    items: Mutex<VecDeque<Option<u32>>>,
    not_empty: Condvar,
}

impl Queue {
    fn put(&self, item: Option<u32>) {
        self.items.lock().unwrap().push_back(item);
        self.not_empty.notify_one();
    }

    fn get(&self) -> Option<u32> {
        let items = self.items.lock().unwrap();
        let mut items = self
            .not_empty
            .wait_while(items, |items| items.is_empty())
            .unwrap();
        items.pop_front().unwrap()
    }
}

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let queue = Queue::default();
    let plates = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..cooks {
            scope.spawn(|| {
                while let Some(order) = queue.get() {
                    let plate = cook(order);
                    plates.lock().unwrap().push(plate);
                }
            });
        }
        thread::scope(|scope| {
            for waiter in 0..waiters {
                let (queue, listen) = (&queue, &listen);
                scope.spawn(move || {
                    while let Some(order) = listen(waiter) {
                        queue.put(Some(order));
                    }
                });
            }
        });
        for _ in 0..cooks {
            queue.put(None);
        }
    });
    plates.into_inner().unwrap()
}
