//! Both channels until one is closed, then the other one alone, as plain loops.

use crossbeam::channel::{Receiver, RecvTimeoutError};
use crossbeam::select;
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
    let orders_left = loop {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => note(Event::Order(order)),
                Err(_) => break false,
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => break true,
            },
        }
    };
    if orders_left {
        orders.iter().map(Event::Order).for_each(note);
    } else {
        calls.iter().map(Event::Call).for_each(note);
    }
}

pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    mut note: impl FnMut(Event),
) -> End {
    let rest = loop {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => note(Event::Order(order)),
                Err(_) => break calls,
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => break orders,
            },
            default(patience) => return End::Quiet,
        }
    };
    loop {
        match rest.recv_timeout(patience) {
            Ok(number) if rest.same_channel(orders) => note(Event::Order(number)),
            Ok(number) => note(Event::Call(number)),
            Err(RecvTimeoutError::Timeout) => return End::Quiet,
            Err(RecvTimeoutError::Disconnected) => return End::Closed,
        }
    }
}
