//! verdict: deadlock
//! Waits for an order, then for a call, then for an order.

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
    loop {
        let order = orders.recv().map(Event::Order);
        order.iter().copied().for_each(&mut note);
        let call = calls.recv().map(Event::Call);
        call.iter().copied().for_each(&mut note);
        if order.is_err() && call.is_err() {
            return;
        }
    }
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
