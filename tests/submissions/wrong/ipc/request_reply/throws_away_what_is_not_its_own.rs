//! verdict: deadlock
//! All answers come through one channel with numbers, and who finds another one's answer throws it away.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Kitchen {
    thread: JoinHandle<usize>,
    orders: Sender<Order>,
    replies: Arc<Mutex<Receiver<(usize, u32)>>>,
    next: Arc<Mutex<usize>>,
}

struct Order {
    dish: u32,
    number: usize,
}

pub struct Guest {
    orders: Sender<Order>,
    replies: Arc<Mutex<Receiver<(usize, u32)>>>,
    next: Arc<Mutex<usize>>,
}

pub struct Ticket {
    replies: Arc<Mutex<Receiver<(usize, u32)>>>,
    number: usize,
}

impl Kitchen {
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let (orders, next) = channel::<Order>();
        let (reply, replies) = channel();
        let thread = thread::spawn(move || {
            let mut cooked = 0;
            for Order { dish, number } in next {
                let dish = cook(dish);
                cooked += 1;
                let _ = reply.send((number, dish));
            }
            cooked
        });
        Kitchen {
            thread,
            orders,
            replies: Arc::new(Mutex::new(replies)),
            next: Arc::default(),
        }
    }

    pub fn guest(&self) -> Guest {
        Guest {
            orders: self.orders.clone(),
            replies: self.replies.clone(),
            next: self.next.clone(),
        }
    }

    pub fn close(self) -> usize {
        drop(self.orders);
        self.thread.join().expect("the kitchen is alive")
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let mut next = self.next.lock().unwrap();
        *next += 1;
        let number = *next;
        let _ = self.orders.send(Order { dish, number });
        Ticket {
            replies: self.replies.clone(),
            number,
        }
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        loop {
            let (number, dish) = self.replies.lock().unwrap().recv().ok()?;
            if number == self.number {
                return Some(dish);
            }
        }
    }
}
