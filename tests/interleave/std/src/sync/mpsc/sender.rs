//! The sending ends.

use super::channel::{Channel, DISCONNECTED, DONE};
use super::{SendError, TrySendError};
use crate::sync::Arc;
use ::std::fmt;
use interleave::{K, NONE};

/// The sending end of [`channel`](super::channel). Clones send into the same channel.
pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}

/// The sending end of [`sync_channel`](super::sync_channel). Clones send into the same channel.
pub struct SyncSender<T> {
    channel: Arc<Channel<T>>,
}

impl<T> Sender<T> {
    pub(super) fn new(channel: Arc<Channel<T>>) -> Self {
        Sender { channel }
    }

    /// Sends without blocking.
    ///
    /// # Errors
    /// With the message, if the receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.channel.send(message).map_err(SendError)
    }
}

impl<T> SyncSender<T> {
    pub(super) fn new(channel: Arc<Channel<T>>) -> Self {
        SyncSender { channel }
    }

    /// Blocks until there is room, and sends.
    ///
    /// # Errors
    /// With the message, if the receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.channel.send(message).map_err(SendError)
    }

    /// Sends if there is room.
    ///
    /// # Errors
    /// With the message: `Full` if there is no room, `Disconnected` if the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        match interleave::op(K::TrySend, self.channel.object(), NONE, 0) {
            DONE => {
                self.channel.push(message);
                Ok(())
            }
            DISCONNECTED => Err(TrySendError::Disconnected(message)),
            _ => Err(TrySendError::Full(message)),
        }
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.channel.add_sender();
        Sender::new(self.channel.clone())
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> Self {
        self.channel.add_sender();
        SyncSender::new(self.channel.clone())
    }
}

impl<T> Drop for Sender<T> {
    #[track_caller]
    fn drop(&mut self) {
        self.channel.remove_sender();
    }
}

impl<T> Drop for SyncSender<T> {
    #[track_caller]
    fn drop(&mut self) {
        self.channel.remove_sender();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SyncSender").finish_non_exhaustive()
    }
}
