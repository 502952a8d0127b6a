//! A read-write lock: waiters hand in beside each other, and closing waits for those who are just doing it.

use crossbeam::channel::{Sender, unbounded};
use std::sync::{Arc, RwLock};
use std::thread;

pub struct Kitchen {
    all: thread::JoinHandle<Vec<u32>>,
    door: Arc<RwLock<Option<Sender<u32>>>>,
}

pub struct Waiter {
    door: Arc<RwLock<Option<Sender<u32>>>>,
}

impl Kitchen {
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        let (sender, orders) = unbounded();
        let all = thread::spawn(move || {
            thread::scope(|scope| {
                let cooks: Vec<_> = (0..cooks)
                    .map(|_| scope.spawn(|| orders.iter().map(&cook).collect::<Vec<u32>>()))
                    .collect();
                cooks
                    .into_iter()
                    .flat_map(|cook| cook.join().unwrap())
                    .collect()
            })
        });
        Kitchen {
            all,
            door: Arc::new(RwLock::new(Some(sender))),
        }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter {
            door: Arc::clone(&self.door),
        }
    }

    pub fn close(self) -> Vec<u32> {
        *self.door.write().unwrap() = None;
        self.all.join().unwrap()
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        let door = self.door.read().unwrap();
        let orders = door.as_ref().ok_or(order)?;
        orders.send(order).map_err(|refused| refused.into_inner())
    }
}
