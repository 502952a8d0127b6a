//! Worker processes that end in the opposite order of their places.

use harness::half_patience;
use std::sync::{Condvar, Mutex, PoisonError};

/// Lets everybody end in the opposite order of their places.
pub(crate) struct Turns {
    /// How many have not ended yet.
    left: Mutex<usize>,
    changed: Condvar,
}

impl Turns {
    /// Nobody has ended yet.
    pub(crate) fn of(many: usize) -> Turns {
        Turns {
            left: Mutex::new(many),
            changed: Condvar::new(),
        }
    }

    /// Waits until all the later ones have ended. Once anybody has waited too long nobody waits any more: the others may
    /// never have been started.
    pub(crate) fn last_first(&self, place: usize, end: impl FnOnce()) {
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let too_early = |left: &mut usize| *left > place + 1;
        let waited = self
            .changed
            .wait_timeout_while(left, half_patience(), too_early);
        drop(waited);
        end();
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        *left = match *left > place + 1 {
            true => 0,
            false => place.min(*left),
        };
        self.changed.notify_all();
    }
}
