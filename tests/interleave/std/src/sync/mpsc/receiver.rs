//! The receiving end.

use super::channel::{Channel, DISCONNECTED, DONE};
use super::{IntoIter, Iter, RecvError, RecvTimeoutError, TryIter, TryRecvError};
use crate::sync::Arc;
use ::std::cell::Cell;
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::time::Duration;
use interleave::{K, NONE};

/// The receiving end of a channel. Not `Sync`: there is one receiver.
pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
    not_sync: PhantomData<Cell<()>>,
}

impl<T> ::std::panic::RefUnwindSafe for Receiver<T> {}

impl<T> Receiver<T> {
    pub(super) fn new(channel: Arc<Channel<T>>) -> Self {
        Receiver {
            channel,
            not_sync: PhantomData,
        }
    }

    #[track_caller]
    fn receive(&self, kind: K) -> Result<T, u64> {
        match interleave::op(kind, self.channel.object(), NONE, 0) {
            DONE => Ok(self.channel.pop()),
            other => Err(other),
        }
    }

    /// Blocks until there is a message.
    ///
    /// # Errors
    /// If there is none and every sender is gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive(K::Recv).map_err(|_| RecvError)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// `Empty` if there is none, `Disconnected` if every sender is gone too.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
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
        self.receive(K::RecvT).map_err(|why| match why {
            DISCONNECTED => RecvTimeoutError::Disconnected,
            _ => RecvTimeoutError::Timeout,
        })
    }

    /// Receives until every sender is gone.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }

    /// Receives what is there, without blocking.
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
    }
}

impl<T> Drop for Receiver<T> {
    #[track_caller]
    fn drop(&mut self) {
        if interleave::active() {
            self.channel.close();
        }
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
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
