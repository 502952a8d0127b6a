//! verdict: wrong_result
//! One channel for the answers of each guest: the first ticket that asks takes the first answer.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
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
    reply: Sender<u32>,
    replies: Arc<Mutex<Receiver<u32>>>,
}

pub struct Ticket {
    replies: Arc<Mutex<Receiver<u32>>>,
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
        let (reply, replies) = channel();
        Guest {
            orders: self.orders.clone(),
            reply,
            replies: Arc::new(Mutex::new(replies)),
        }
    }

    pub fn close(self) -> usize {
        drop(self.orders);
        self.thread.join().expect("the kitchen is alive")
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let _ = self.orders.send(Order {
            dish,
            reply: self.reply.clone(),
        });
        Ticket {
            replies: self.replies.clone(),
        }
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        self.replies.lock().unwrap().recv().ok()
    }
}
