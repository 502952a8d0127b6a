//! What the handles of one opening share: the file, and its lock.

use super::entry::Entry;
use ::std::sync::Arc;
use ::std::sync::atomic::{AtomicU8, Ordering::Relaxed};
use interleave::K;

/// What all clones of a handle share.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) entry: Arc<Entry>,
    pub(super) name: String,
    /// One of the three below. Only threads of the model use it, one at a time.
    held: AtomicU8,
}

const FREE: u8 = 0;
pub(super) const SHARED: u8 = 1;
pub(super) const EXCLUSIVE: u8 = 2;

impl Opening {
    /// Nobody holds its lock yet.
    pub(super) fn new(entry: Arc<Entry>, name: String) -> Arc<Opening> {
        let held = AtomicU8::new(FREE);
        Arc::new(Opening { entry, name, held })
    }

    #[track_caller]
    pub(super) fn release(&self) {
        let unlock = match self.held.swap(FREE, Relaxed) {
            SHARED => K::RUnlock,
            EXCLUSIVE => K::WUnlock,
            _ => return,
        };
        self.entry.step(unlock, || format!("unlock {}", self.name));
    }

    /// Takes the lock; a handle that holds it in the other way gives that back first, as Unix does.
    #[track_caller]
    pub(super) fn take(&self, held: u8, lock: K) -> bool {
        if self.held.load(Relaxed) == held {
            return true;
        }
        self.release();
        let tries = matches!(lock, K::TryRead | K::TryWrite);
        let words = || {
            let verb = if tries { "try to lock" } else { "lock" };
            let shared = if held == SHARED { " (shared)" } else { "" };
            format!("{verb} {}{shared}", self.name)
        };
        let taken = self.entry.step(lock, words) == 1 || !tries;
        if taken {
            self.held.store(held, Relaxed);
        }
        taken
    }
}

impl Drop for Opening {
    fn drop(&mut self) {
        if interleave::active() {
            self.release();
        }
    }
}
