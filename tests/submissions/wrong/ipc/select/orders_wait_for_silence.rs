//! verdict: deadlock
//! Notes calls when they come, and orders at the end.

use crossbeam::channel::{Receiver, never, select};
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
    let mut waiting = Vec::new();
    let (mut orders, mut calls) = (orders.clone(), calls.clone());
    let mut open = 2;
    while open > 0 {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => waiting.push(order),
                Err(_) => { orders = never(); open -= 1 }
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => { calls = never(); open -= 1 }
            },
        }
    }
    waiting.into_iter().map(Event::Order).for_each(note);
}

pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    mut note: impl FnMut(Event),
) -> End {
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
            default(patience) => return End::Quiet,
        }
    }
    End::Closed
}
