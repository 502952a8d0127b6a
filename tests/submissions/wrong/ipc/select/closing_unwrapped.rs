//! verdict: wrong_result
//! Does not expect that a channel is closed.

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
    loop {
        select! {
            recv(orders) -> order => note(Event::Order(order.unwrap())),
            recv(calls) -> call => note(Event::Call(call.unwrap())),
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
        select! {
            recv(orders) -> order => note(Event::Order(order.unwrap())),
            recv(calls) -> call => note(Event::Call(call.unwrap())),
            default(patience) => return End::Quiet,
        }
    }
}
