//! # Select: two bells and a clock
//!
//! The host listens to two bells: one rings when a guest in the dining room orders, the other when somebody calls on the
//! phone. Whichever rings first is answered first. Who stands at the phone all evening does not hear the dining room. And
//! when neither has rung for a while, the host goes home.

use crossbeam::channel::{Receiver, after, never, select};
use std::time::{Duration, Instant};

/// What the host hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A guest in the dining room orders this.
    Order(u32),
    /// Somebody calls from this number.
    Call(u32),
}

/// Why the host has stopped listening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Both channels are closed, and nothing is left in them.
    Closed,
    /// Nothing has come for too long.
    Quiet,
}

/// Notes whatever comes, until both channels are closed.
pub fn listen(orders: &Receiver<u32>, calls: &Receiver<u32>, note: impl FnMut(Event)) {
    listen_to(orders, calls, never, note);
}

/// Notes whatever comes, until both channels are closed, or until nothing has come for `patience`.
pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    note: impl FnMut(Event),
) -> End {
    listen_to(orders, calls, || after(patience), note)
}

/// `clock` is wound anew for each event: it measures the silence, and not the evening.
fn listen_to(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    clock: impl Fn() -> Receiver<Instant>,
    mut note: impl FnMut(Event),
) -> End {
    let (mut orders, mut calls) = (orders.clone(), calls.clone());
    let mut open = 2;
    while open > 0 {
        select! {
            recv(orders) -> order => match order {
                Ok(order) => note(Event::Order(order)),
                // The decisive line: a closed channel is always ready, so it is put out of the way. `never` is a channel
                // on which nothing ever comes.
                Err(_) => { orders = never(); open -= 1 }
            },
            recv(calls) -> call => match call {
                Ok(call) => note(Event::Call(call)),
                Err(_) => { calls = never(); open -= 1 }
            },
            // Nothing was received when this arm is taken, so nothing can be lost.
            recv(clock()) -> _ => return End::Quiet,
        }
    }
    End::Closed
}

// Wrong turns
// - one channel to its end, then the other: nobody hears the phone (wrong/orders_first.rs).
// - `try_recv` in turn: a host who never sleeps (wrong/looks_again_and_again.rs).
// - a closed channel that stays in the `select!`: it is ready for ever (wrong/spins_on_the_closed.rs).
// - returning when the first channel is closed: the rest of the other is not noted (wrong/first_close_ends_all.rs).
// - one clock for all rounds: it measures the evening, and not the silence (wrong/clock_of_the_evening.rs).
// - a thread for each bell: what it has taken when the host goes home is lost (wrong/helpers_at_the_bells.rs).
