//! verdict: wrong_result
//! A guest who orders does not expect that the kitchen can die.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

pub struct Kitchen {
    thread: JoinHandle<usize>,
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
        let thread = thread::spawn(move || {
            let mut cooked = 0;
            for Order { dish, reply } in next {
                let dish = cook(dish);
                cooked += 1;
                let _ = reply.send(dish);
            }
            cooked
        });
        Kitchen { thread, orders }
    }

    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
        }
    }

    pub fn close(self) -> usize {
        drop(self.orders);
        self.thread.join().expect("the kitchen is alive")
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let (send, reply) = channel();
        self.orders.send(Order { dish, reply: send }).unwrap();
        Ticket { reply }
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        self.reply.recv().ok()
    }
}
