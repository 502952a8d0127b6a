//! verdict: livelock
//! Looks at the channels and at the clock, all the time.

use crossbeam::channel::{Receiver, TryRecvError, never, select};
use std::time::{Duration, Instant};

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
    let mut last = Instant::now();
    loop {
        let (order, call) = (orders.try_recv(), calls.try_recv());
        if order.is_ok() || call.is_ok() {
            order.iter().for_each(|order| note(Event::Order(*order)));
            call.iter().for_each(|call| note(Event::Call(*call)));
            last = Instant::now();
        } else if order == call && order == Err(TryRecvError::Disconnected) {
            return End::Closed;
        } else if last.elapsed() >= patience {
            return End::Quiet;
        }
    }
}
