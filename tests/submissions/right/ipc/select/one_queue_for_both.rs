//! As in Python: a helper at each bell puts everything into one queue. For the silence only one bell at a time is watched when it is closed.

use crossbeam::channel::{Receiver, never, select, unbounded};
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

pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, note: impl FnMut(Event)) {
    let (put, queue) = unbounded();
    std::thread::scope(|scope| {
        let also = put.clone();
        scope.spawn(move || {
            orders
                .iter()
                .for_each(|n| put.send(Event::Order(n)).unwrap())
        });
        scope.spawn(move || {
            calls
                .iter()
                .for_each(|n| also.send(Event::Call(n)).unwrap())
        });
        queue.into_iter().for_each(note);
    });
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
