//! The receiving end.

use super::shared::{DISCONNECTED, DONE, Shared};
use super::{Case, IntoIter, Iter, RecvError, RecvTimeoutError, TryIter, TryRecvError};
use interleave::{K, NONE};
use interleave_std::time::{Duration, Instant};
use std::fmt;
use std::sync::Arc;

/// The receiving end of a channel. Clones receive from the same channel: each message goes to one of them.
pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
}

impl<T> Receiver<T> {
    pub(super) fn new(shared: Arc<Shared<T>>) -> Self {
        Receiver { shared }
    }

    #[track_caller]
    fn receive(&self, kind: K) -> Result<T, u64> {
        match interleave::op(kind, self.shared.end.object(), NONE, 0) {
            DONE => Ok(self.taken()),
            other => Err(other),
        }
    }

    /// The message that the engine has granted; a timer's moves the clock on.
    fn taken(&self) -> T {
        self.shared.end.fired();
        self.shared.pop()
    }

    /// Blocks until there is a message.
    ///
    /// # Errors
    /// If there is none and every sender is gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.shared.end.wind();
        self.receive(K::Recv).map_err(|_| RecvError)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// `Empty` if there is none, `Disconnected` if every sender is gone too.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.shared.end.wind();
        if self.shared.end.is_early() {
            return Err(TryRecvError::Empty);
        }
        self.receive(K::TryRecv).map_err(|why| match why {
            DISCONNECTED => TryRecvError::Disconnected,
            _ => TryRecvError::Empty,
        })
    }

    /// Blocks until there is a message or the time-out ends.
    ///
    /// # Errors
    /// `Timeout` if there is none yet, `Disconnected` if every sender is gone too.
    #[track_caller]
    pub fn recv_timeout(&self, _: Duration) -> Result<T, RecvTimeoutError> {
        self.shared.end.wind();
        if self.shared.end.is_early() {
            return Err(RecvTimeoutError::Timeout);
        }
        self.receive(K::RecvT).map_err(|why| match why {
            DISCONNECTED => RecvTimeoutError::Disconnected,
            _ => RecvTimeoutError::Timeout,
        })
    }

    /// [`recv_timeout`](Receiver::recv_timeout) up to a moment.
    ///
    /// # Errors
    /// As for [`recv_timeout`](Receiver::recv_timeout).
    #[track_caller]
    pub fn recv_deadline(&self, _: Instant) -> Result<T, RecvTimeoutError> {
        self.recv_timeout(Duration::ZERO)
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

    /// Whether both receive from the same channel.
    pub fn same_channel(&self, other: &Receiver<T>) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// Receives until every sender is gone.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }

    /// Receives what is there, without blocking.
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
    }

    #[doc(hidden)]
    pub fn __case(&self) -> Case<'_> {
        Case::receiving(&self.shared.end)
    }

    /// The second half of a `select!`, which has seen that this does not block.
    ///
    /// # Errors
    /// If there is no message and every sender is gone.
    #[doc(hidden)]
    #[track_caller]
    pub fn __complete(&self) -> Result<T, RecvError> {
        match interleave::granted(K::TryRecv, self.shared.end.object()) {
            DONE => Ok(self.taken()),
            _ => Err(RecvError),
        }
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        self.shared.end.add_receiver();
        Receiver::new(self.shared.clone())
    }
}

impl<T> Drop for Receiver<T> {
    #[track_caller]
    fn drop(&mut self) {
        self.shared.close();
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self }
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Receiver { .. }")
    }
}
