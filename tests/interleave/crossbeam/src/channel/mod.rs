//! Channels with many senders and many receivers, timers among them, and [`select!`](crate::select).
//!
//! A time-out may fire at any moment: its length does not matter, both ends are explored. One limit: `send_timeout` into
//! a channel without room (`bounded(0)`) always times out, and a `send` arm into one is refused in `select!`.

mod iterators;
mod receiver;
mod select;
mod selection;
mod sender;
mod shared;
mod timers;

pub use crate::select;
pub use ::crossbeam::channel::{
    ReadyTimeoutError, RecvError, RecvTimeoutError, SelectTimeoutError, SendError,
    SendTimeoutError, TryReadyError, TryRecvError, TrySelectError, TrySendError,
};
pub use iterators::{IntoIter, Iter, TryIter};
pub use receiver::Receiver;
#[doc(hidden)]
pub use select::{Case, select as choose};
pub use selection::{Select, SelectedOperation};
pub use sender::Sender;
pub use timers::{after, at, never, tick};

use shared::Shared;

/// A channel without a bound: sending never blocks.
#[track_caller]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    let shared = Shared::new(usize::MAX);
    (Sender::new(shared.clone()), Receiver::new(shared))
}

/// A channel that holds `capacity` messages; with zero a sender waits for its receiver.
#[track_caller]
pub fn bounded<T>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    let shared = Shared::new(capacity);
    (Sender::new(shared.clone()), Receiver::new(shared))
}
