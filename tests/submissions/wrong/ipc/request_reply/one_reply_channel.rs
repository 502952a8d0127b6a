//! verdict: race
//! One channel for all answers: who is first takes the first answer.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Kitchen {
    thread: JoinHandle<usize>,
    orders: Sender<Order>,
    replies: Arc<Mutex<Receiver<u32>>>,
}

struct Order {
    dish: u32,
}

pub struct Guest {
    orders: Sender<Order>,
    replies: Arc<Mutex<Receiver<u32>>>,
}

pub struct Ticket {
    replies: Arc<Mutex<Receiver<u32>>>,
}

impl Kitchen {
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let (orders, next) = channel::<Order>();
        let (reply, replies) = channel();
        let thread = thread::spawn(move || {
            let mut cooked = 0;
            for Order { dish } in next {
                let dish = cook(dish);
                cooked += 1;
                let _ = reply.send(dish);
            }
            cooked
        });
        Kitchen {
            thread,
            orders,
            replies: Arc::new(Mutex::new(replies)),
        }
    }

    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
            replies: self.replies.clone(),
        }
    }

    pub fn close(self) -> usize {
        drop(self.orders);
        self.thread.join().expect("the kitchen is alive")
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let _ = self.orders.send(Order { dish });
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
