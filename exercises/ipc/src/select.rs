//! # Select: two bells and a clock
//!
//! The host listens to two bells: one rings when a guest in the dining room orders, the other when somebody calls on the
//! phone. Whichever rings first is answered first. Who stands at the phone all evening does not hear the dining room. And
//! when neither has rung for a while, the host goes home.
//!
//! **In Python** there is `select` for sockets and `multiprocessing.connection.wait` for pipes, but nothing for two
//! `queue.Queue`s: one polls, or puts everything into one queue. In Rust, crossbeam's `select!` sleeps on several channels
//! at once and wakes up for the first. A closed channel counts as ready, again and again; mind that.
//!
//! **Your task**
//! 1. `listen`: calls `note` for each order and each call as soon as it comes, whichever comes first. Orders keep their
//!    order among each other, and calls do.
//! 2. When one of the two channels is closed, `listen` goes on with the other. When both are, it returns.
//! 3. Who waits sleeps: nobody looks again and again, also when one channel is closed.
//! 4. `listen_until_quiet`: the same; but when neither an order nor a call has come for `patience`, it returns
//!    `End::Quiet`. A message that comes at that moment is noted, or stays in its channel. It is not lost.
//!
//! **Leave alone:** the signatures and the two enums, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use crossbeam::channel::Receiver;
use std::time::Duration;

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
    // TODO 1: whichever comes first.
    // TODO 2: what does `select!` do with a closed channel?
    let _ = (orders, calls, note);
    todo!("listen to both channels")
}

/// Notes whatever comes, until both channels are closed, or until nothing has come for `patience`.
pub fn listen_until_quiet(
    orders: &Receiver<u32>,
    calls: &Receiver<u32>,
    patience: Duration,
    note: impl FnMut(Event),
) -> End {
    // TODO 4: one more thing to wait for.
    let _ = (orders, calls, note);
    todo!("listen to both channels, and to the silence of {patience:?}")
}
