//! Channels with many senders and one receiver.
//!
//! A blocking operation of a time-out may end either way at any moment: the length of the time-out does not matter.

mod channel;
mod iterators;
mod receiver;
mod sender;

pub use ::std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
pub use iterators::{IntoIter, Iter, TryIter};
pub use receiver::Receiver;
pub use sender::{Sender, SyncSender};

use channel::Channel;

/// A channel without a bound: sending never blocks.
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Channel::new(usize::MAX);
    (Sender::new(channel.clone()), Receiver::new(channel))
}

/// A channel that holds `bound` messages; a sender blocks when it is full. With zero a sender waits for its receiver.
#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = Channel::new(bound);
    (SyncSender::new(channel.clone()), Receiver::new(channel))
}
