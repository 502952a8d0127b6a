//! Each channel in an `Option`, which is empty when it is closed; what was heard as a value.

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

struct Bells<'a> {
    orders: Option<&'a Receiver<u32>>,
    calls: Option<&'a Receiver<u32>>,
}

impl Bells<'_> {
    /// The next event, or why there is none.
    fn next(&mut self, clock: Receiver<Instant>) -> Result<Event, End> {
        let silent = never();
        while self.orders.is_some() || self.calls.is_some() {
            select! {
                recv(self.orders.unwrap_or(&silent)) -> order => match order {
                    Ok(order) => return Ok(Event::Order(order)),
                    Err(_) => self.orders = None,
                },
                recv(self.calls.unwrap_or(&silent)) -> call => match call {
                    Ok(call) => return Ok(Event::Call(call)),
                    Err(_) => self.calls = None,
                },
                recv(clock) -> _ => return Err(End::Quiet),
            }
        }
        Err(End::Closed)
    }
}

pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, mut note: impl FnMut(Event)) {
    let mut bells = Bells {
        orders: Some(orders),
        calls: Some(calls),
    };
    while let Ok(event) = bells.next(never()) {
        note(event);
    }
}

pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    mut note: impl FnMut(Event),
) -> End {
    let mut bells = Bells {
        orders: Some(orders),
        calls: Some(calls),
    };
    loop {
        match bells.next(after(patience)) {
            Ok(event) => note(event),
            Err(end) => return end,
        }
    }
}
