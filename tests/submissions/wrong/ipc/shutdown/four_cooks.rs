//! verdict: serial
//! As many cooks as were asked for, but not more than four.

use crossbeam::channel::{Sender, unbounded};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Hatch = Arc<Mutex<Option<Sender<u32>>>>;

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
        let cooks = (0..cooks.min(4))
            .map(|_| {
                let (cook, orders) = (Arc::clone(&cook), orders.clone());
                thread::spawn(move || orders.iter().map(|order| cook(order)).collect())
            })
            .collect();
        let hatch = Arc::new(Mutex::new(Some(sender)));
        Kitchen { cooks, hatch }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter {
            hatch: Arc::clone(&self.hatch),
        }
    }

    pub fn close(self) -> Vec<u32> {
        drop(self.hatch.lock().unwrap().take());
        self.cooks
            .into_iter()
            .flat_map(|cook| cook.join().expect("no cook panics"))
            .collect()
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        match &*self.hatch.lock().unwrap() {
            Some(orders) => orders.send(order).map_err(|refused| refused.0),
            None => Err(order),
        }
    }
}
