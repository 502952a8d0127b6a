//! verdict: deadlock
//! Each waiter has a sender of its own: the channel is open as long as one of them is around.

use crossbeam::channel::{Sender, unbounded};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

type Hatch = Sender<u32>;

pub struct Kitchen {
    cooks: Vec<JoinHandle<Vec<u32>>>,
    hatch: Hatch,
}

pub struct Waiter {
    hatch: Hatch,
}

impl Kitchen {
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        let cook = Arc::new(cook);
        let (sender, orders) = unbounded::<u32>();
        let cooks = (0..cooks)
            .map(|_| {
                let (cook, orders) = (Arc::clone(&cook), orders.clone());
                thread::spawn(move || orders.iter().map(|order| cook(order)).collect())
            })
            .collect();
        let hatch = sender;
        Kitchen { cooks, hatch }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter {
            hatch: self.hatch.clone(),
        }
    }

    pub fn close(self) -> Vec<u32> {
        drop(self.hatch);
        self.cooks
            .into_iter()
            .flat_map(|cook| cook.join().expect("no cook panics"))
            .collect()
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        self.hatch.send(order).map_err(|refused| refused.0)
    }
}
