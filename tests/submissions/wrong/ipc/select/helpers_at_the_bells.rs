//! verdict: race
//! A helper at each bell puts everything into one queue; what the queue holds when the host goes home is lost.

use crossbeam::channel::{Receiver, RecvTimeoutError, never, select, unbounded};
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Order(u32),
    Call(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Closed,
    Quiet,
}

pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, mut note: impl FnMut(Event)) {
    let (mut orders, mut calls) = (orders.clone(), calls.clone());
    let mut open = 2;
    while open > 0 {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => note(Event::Order(order)),
                Err(_) => { orders = never(); open -= 1 }
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => { calls = never(); open -= 1 }
            },
        }
    }
}

pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    mut note: impl FnMut(Event),
) -> End {
    let (put, queue) = unbounded();
    for (bell, event) in [
        (orders.clone(), Event::Order as fn(u32) -> Event),
        (calls.clone(), Event::Call),
    ] {
        let put = put.clone();
        std::thread::spawn(move || bell.iter().try_for_each(|n| put.send(event(n))));
    }
    drop(put);
    loop {
        match queue.recv_timeout(patience) {
            Ok(event) => note(event),
            Err(RecvTimeoutError::Timeout) => return End::Quiet,
            Err(RecvTimeoutError::Disconnected) => return End::Closed,
        }
    }
}
