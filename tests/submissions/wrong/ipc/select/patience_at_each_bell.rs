//! verdict: timed_out
//! Waits for an order as long as the patience lasts, and only then for a call.

use crossbeam::channel::{Receiver, RecvTimeoutError, never, select};
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
    loop {
        let order = orders.recv_timeout(patience);
        order.iter().for_each(|order| note(Event::Order(*order)));
        let call = calls.recv_timeout(patience);
        call.iter().for_each(|call| note(Event::Call(*call)));
        match (order, call) {
            (Err(RecvTimeoutError::Disconnected), Err(RecvTimeoutError::Disconnected)) => {
                return End::Closed;
            }
            (Err(_), Err(_)) => return End::Quiet,
            _ => {}
        }
    }
}
