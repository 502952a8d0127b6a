//! Backing off, and padding against false sharing.

pub use ::crossbeam::utils::CachePadded;

use std::cell::Cell;
use std::fmt;

/// The step from which the real one calls `yield_now`, and the one from which it advises to block.
const SPIN_LIMIT: u32 = 6;
const YIELD_LIMIT: u32 = 10;

/// Waits a little longer each time. In the model every wait lets the other threads make a step first.
pub struct Backoff {
    step: Cell<u32>,
}

impl Backoff {
    /// Starts with the shortest wait.
    pub fn new() -> Self {
        Backoff { step: Cell::new(0) }
    }

    /// Starts again with the shortest wait.
    pub fn reset(&self) {
        self.step.set(0);
    }

    /// Waits because a lock-free step has failed.
    #[track_caller]
    pub fn spin(&self) {
        interleave_std::hint::spin_loop();
        self.step.set((self.step.get() + 1).min(SPIN_LIMIT + 1));
    }

    /// Waits for another thread.
    #[track_caller]
    pub fn snooze(&self) {
        interleave_std::hint::spin_loop();
        self.step.set((self.step.get() + 1).min(YIELD_LIMIT + 1));
    }

    /// Whether it is time to block instead.
    pub fn is_completed(&self) -> bool {
        self.step.get() > YIELD_LIMIT
    }
}

impl Default for Backoff {
    fn default() -> Backoff {
        Backoff::new()
    }
}

impl fmt::Debug for Backoff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backoff")
            .field("step", &self.step)
            .field("is_completed", &self.is_completed())
            .finish()
    }
}
