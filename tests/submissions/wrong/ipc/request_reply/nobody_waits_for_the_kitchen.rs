//! verdict: leak
//! `close` reads the count while the kitchen is still cooking.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub struct Kitchen {
    cooked: Arc<AtomicUsize>,
    orders: Sender<Order>,
}

struct Order {
    dish: u32,
    reply: Sender<u32>,
}

pub struct Guest {
    orders: Sender<Order>,
}

pub struct Ticket {
    reply: Receiver<u32>,
}

impl Kitchen {
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let (orders, next) = channel::<Order>();
        let cooked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&cooked);
        thread::spawn(move || {
            for Order { dish, reply } in next {
                let dish = cook(dish);
                count.fetch_add(1, SeqCst);
                let _ = reply.send(dish);
            }
        });
        Kitchen { cooked, orders }
    }

    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
        }
    }

    pub fn close(self) -> usize {
        drop(self.orders);
        self.cooked.load(SeqCst)
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let (send, reply) = channel();
        let _ = self.orders.send(Order { dish, reply: send });
        Ticket { reply }
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        self.reply.recv().ok()
    }
}
