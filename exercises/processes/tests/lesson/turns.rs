//! Worker processes that end in the opposite order of their places.

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

    /// Waits until all the later ones have ended, but not for ever: they may never have been started.
    pub(crate) fn last_first(&self, place: usize, end: impl FnOnce()) {
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let too_early = |left: &mut usize| *left > place + 1;
        drop(
            self.changed
                .wait_timeout_while(left, harness::half_patience() / 4, too_early),
        );
        end();
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = place;
        self.changed.notify_all();
    }
}
