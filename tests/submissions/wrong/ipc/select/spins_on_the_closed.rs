//! verdict: livelock
//! A closed channel stays in the selection, and is ready for ever.

use crossbeam::channel::{Receiver, select};
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
    let (mut orders_open, mut calls_open) = (true, true);
    while orders_open || calls_open {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => note(Event::Order(order)),
                Err(_) => orders_open = false,
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => calls_open = false,
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
    let (mut orders_open, mut calls_open) = (true, true);
    while orders_open || calls_open {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => note(Event::Order(order)),
                Err(_) => orders_open = false,
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => calls_open = false,
            },
            default(patience) => return End::Quiet,
        }
    }
    End::Closed
}
