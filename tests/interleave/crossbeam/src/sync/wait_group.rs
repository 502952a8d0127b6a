//! Waiting until a group of threads has done its part.

use interleave_std::sync::{Condvar, Mutex};
use std::fmt;
use std::sync::Arc;

/// Every clone is one part to be done; dropping it says that it is.
pub struct WaitGroup {
    parts: Arc<Parts>,
}

struct Parts {
    left: Mutex<usize>,
    /// Announces that none is left.
    done: Condvar,
}

impl WaitGroup {
    /// A group of one: this part.
    #[track_caller]
    pub fn new() -> WaitGroup {
        WaitGroup {
            parts: Arc::new(Parts {
                left: Mutex::new(1),
                done: Condvar::new(),
            }),
        }
    }

    /// Does this part, and blocks until all are done.
    #[track_caller]
    pub fn wait(self) {
        let parts = self.parts.clone();
        drop(self);
        let left = parts.left.lock().expect("nothing panics under the lock");
        drop(parts.done.wait_while(left, |left| *left > 0));
    }
}

impl Default for WaitGroup {
    #[track_caller]
    fn default() -> Self {
        WaitGroup::new()
    }
}

impl Clone for WaitGroup {
    #[track_caller]
    fn clone(&self) -> Self {
        *self
            .parts
            .left
            .lock()
            .expect("nothing panics under the lock") += 1;
        WaitGroup {
            parts: self.parts.clone(),
        }
    }
}

impl Drop for WaitGroup {
    fn drop(&mut self) {
        if !interleave::active() {
            return;
        }
        let mut left = self
            .parts
            .left
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        *left -= 1;
        if *left == 0 {
            self.parts.done.notify_all();
        }
    }
}

impl fmt::Debug for WaitGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitGroup").finish_non_exhaustive()
    }
}
