//! verdict: wrong_result
//! Winds the clock one time: it measures the evening, and not the silence.

use crossbeam::channel::{Receiver, after, never, select};
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

pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, note: impl FnMut(Event)) {
    listen_to(orders, calls, never(), note);
}

pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    note: impl FnMut(Event),
) -> End {
    listen_to(orders, calls, after(patience), note)
}

fn listen_to(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    clock: Receiver<Instant>,
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
            recv(clock) -> _ => return End::Quiet,
        }
    }
    End::Closed
}
