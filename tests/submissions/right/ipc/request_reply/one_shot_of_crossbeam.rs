//! Crossbeam's channels, the answer's with room for one, and the kitchen as one chain of iterators.

use crossbeam::channel::{Receiver, Sender, bounded, unbounded};
use std::thread::{JoinHandle, spawn};

pub struct Kitchen {
    thread: JoinHandle<usize>,
    guest: Guest,
}

#[derive(Clone)]
pub struct Guest(Sender<(u32, Sender<u32>)>);

pub struct Ticket(Receiver<u32>);

impl Kitchen {
    pub fn open(mut cook: impl FnMut(u32) -> u32 + Send + 'static) -> Kitchen {
        let (orders, next) = unbounded::<(u32, Sender<u32>)>();
        let thread = spawn(move || {
            next.into_iter()
                .map(|(dish, reply)| reply.send(cook(dish)))
                .count()
        });
        Kitchen {
            thread,
            guest: Guest(orders),
        }
    }

    pub fn guest(&self) -> Guest {
        self.guest.clone()
    }

    pub fn close(self) -> usize {
        let Kitchen { thread, guest } = self;
        drop(guest);
        thread.join().unwrap()
    }
}

impl Guest {
    pub fn order(&self, dish: u32) -> Ticket {
        let (reply, ticket) = bounded(1);
        self.0.send((dish, reply)).ok();
        Ticket(ticket)
    }
}

impl Ticket {
    pub fn wait(self) -> Option<u32> {
        self.0.into_iter().next()
    }
}
