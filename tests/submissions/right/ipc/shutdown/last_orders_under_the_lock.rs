//! The channel of `std` and one last order for each cook; a lock keeps the orders before them.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, spawn};

struct Hatch {
    sender: Sender<Option<u32>>,
    open: bool,
}

pub struct Kitchen {
    cooks: Vec<JoinHandle<()>>,
    hatch: Arc<Mutex<Hatch>>,
    plates: Receiver<u32>,
}

pub struct Waiter(Arc<Mutex<Hatch>>);

impl Kitchen {
    pub fn open(cooks: usize, cook: impl Fn(u32) -> u32 + Send + Sync + 'static) -> Kitchen {
        let (sender, orders) = channel();
        let (serve, plates) = channel();
        let (orders, cook) = (Arc::new(Mutex::new(orders)), Arc::new(cook));
        let cooks = (0..cooks)
            .map(|_| {
                let (orders, cook, serve) = (orders.clone(), cook.clone(), serve.clone());
                spawn(move || {
                    loop {
                        let order: Option<u32> = orders.lock().unwrap().recv().unwrap();
                        match order {
                            Some(order) => serve.send(cook(order)).unwrap(),
                            None => return,
                        }
                    }
                })
            })
            .collect();
        Kitchen {
            cooks,
            hatch: Arc::new(Mutex::new(Hatch { sender, open: true })),
            plates,
        }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter(self.hatch.clone())
    }

    pub fn close(self) -> Vec<u32> {
        {
            let mut hatch = self.hatch.lock().unwrap();
            hatch.open = false;
            for _ in &self.cooks {
                hatch.sender.send(None).unwrap();
            }
        }
        self.cooks.into_iter().for_each(|cook| cook.join().unwrap());
        self.plates.into_iter().collect()
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        let hatch = self.0.lock().unwrap();
        if !hatch.open {
            return Err(order);
        }
        hatch.sender.send(Some(order)).map_err(|_| order)
    }
}
