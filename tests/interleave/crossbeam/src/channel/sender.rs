//! The sending end.

use super::shared::{DISCONNECTED, DONE, Shared};
use super::{Case, SendError, SendTimeoutError, TrySendError};
use interleave::{K, NONE};
use interleave_std::time::{Duration, Instant};
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

/// The sending end of a channel. Clones send into the same channel.
pub struct Sender<T> {
    shared: Arc<Shared<T>>,
}

impl<T> Sender<T> {
    pub(super) fn new(shared: Arc<Shared<T>>) -> Self {
        Sender { shared }
    }

    /// Blocks until there is room, and sends.
    ///
    /// # Errors
    /// With the message, if every receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.shared.send(message).map_err(SendError)
    }

    /// Sends if there is room.
    ///
    /// # Errors
    /// With the message: `Full` if there is no room, `Disconnected` if every receiver is gone.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        match interleave::op(K::TrySend, self.shared.end.object(), NONE, 0) {
            DONE => {
                self.shared.push(message);
                Ok(())
            }
            DISCONNECTED => Err(TrySendError::Disconnected(message)),
            _ => Err(TrySendError::Full(message)),
        }
    }

    /// Blocks until there is room or the time-out ends.
    ///
    /// # Errors
    /// With the message: `Timeout` if there is no room yet, `Disconnected` if every receiver is gone.
    #[track_caller]
    pub fn send_timeout(&self, message: T, _: Duration) -> Result<(), SendTimeoutError<T>> {
        self.try_send(message).map_err(|error| match error {
            TrySendError::Full(message) => SendTimeoutError::Timeout(message),
            TrySendError::Disconnected(message) => SendTimeoutError::Disconnected(message),
        })
    }

    /// [`send_timeout`](Sender::send_timeout) up to a moment.
    ///
    /// # Errors
    /// As for [`send_timeout`](Sender::send_timeout).
    #[track_caller]
    pub fn send_deadline(&self, message: T, _: Instant) -> Result<(), SendTimeoutError<T>> {
        self.send_timeout(message, Duration::ZERO)
    }

    /// Whether there is no message now.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether there is no room now.
    #[track_caller]
    pub fn is_full(&self) -> bool {
        Some(self.len()) >= self.capacity() && self.capacity().is_some()
    }

    /// How many messages there are now.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.shared.end.len()
    }

    /// The bound, if there is one.
    pub fn capacity(&self) -> Option<usize> {
        self.shared.end.capacity()
    }

    /// Whether both send into the same channel.
    pub fn same_channel(&self, other: &Sender<T>) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    #[doc(hidden)]
    pub fn __case(&self) -> Case<'_> {
        Case::sending(&self.shared.end)
    }

    /// The second half of a `select!`, which has seen that this does not block.
    ///
    /// # Errors
    /// With the message, if every receiver is gone.
    #[doc(hidden)]
    #[track_caller]
    pub fn __complete(&self, message: T) -> Result<(), SendError<T>> {
        match interleave::granted(K::TrySend, self.shared.end.object()) {
            DONE => {
                self.shared.push(message);
                Ok(())
            }
            _ => Err(SendError(message)),
        }
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.shared.end.add_sender();
        Sender::new(self.shared.clone())
    }
}

impl<T> Drop for Sender<T> {
    #[track_caller]
    fn drop(&mut self) {
        self.shared.end.remove_sender(Location::caller());
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Sender { .. }")
    }
}
