//! verdict: race
//! Whether the kitchen is open is a flag beside the channel: it may close between the look and the order.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, spawn};

struct Hatch {
    sender: Sender<Option<u32>>,
    open: AtomicBool,
}

pub struct Kitchen {
    cooks: Vec<JoinHandle<()>>,
    hatch: Arc<Hatch>,
    plates: Receiver<u32>,
}

pub struct Waiter(Arc<Hatch>);

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
            hatch: Arc::new(Hatch {
                sender,
                open: AtomicBool::new(true),
            }),
            plates,
        }
    }

    pub fn waiter(&self) -> Waiter {
        Waiter(self.hatch.clone())
    }

    pub fn close(self) -> Vec<u32> {
        self.hatch.open.store(false, SeqCst);
        for _ in &self.cooks {
            self.hatch.sender.send(None).unwrap();
        }
        self.cooks.into_iter().for_each(|cook| cook.join().unwrap());
        self.plates.into_iter().collect()
    }
}

impl Waiter {
    pub fn order(&self, order: u32) -> Result<(), u32> {
        if !self.0.open.load(SeqCst) {
            return Err(order);
        }
        self.0.sender.send(Some(order)).map_err(|_| order)
    }
}
