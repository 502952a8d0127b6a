//! A list of channels and `Select`, from which a channel is removed when it is closed.

use crossbeam::channel::{Receiver, Select};
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

fn listen_to(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Option<Duration>,
    mut note: impl FnMut(Event),
) -> End {
    let bells = [
        (orders, Event::Order as fn(u32) -> Event),
        (calls, Event::Call),
    ];
    let mut selection = Select::new();
    for (bell, _) in &bells {
        selection.recv(bell);
    }
    let mut open = bells.len();
    while open > 0 {
        let operation = match patience {
            None => selection.select(),
            Some(patience) => match selection.select_timeout(patience) {
                Ok(operation) => operation,
                Err(_) => return End::Quiet,
            },
        };
        let index = operation.index();
        let (bell, event) = bells[index];
        if let Ok(number) = operation.recv(bell) {
            note(event(number));
        } else {
            selection.remove(index);
            open -= 1;
        }
    }
    End::Closed
}

pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, note: impl FnMut(Event)) {
    listen_to(orders, calls, None, note);
}

pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    note: impl FnMut(Event),
) -> End {
    listen_to(orders, calls, Some(patience), note)
}
