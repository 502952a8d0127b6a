//! verdict: livelock
//! Stands a moment at each bell in turn, and never sleeps for long.

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

const MOMENT: Duration = Duration::from_millis(10);

pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, mut note: impl FnMut(Event)) {
    loop {
        let order = orders.recv_timeout(MOMENT);
        let call = calls.recv_timeout(MOMENT);
        order.iter().for_each(|order| note(Event::Order(*order)));
        call.iter().for_each(|call| note(Event::Call(*call)));
        let closed = Err(RecvTimeoutError::Disconnected);
        if order == closed && call == closed {
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
