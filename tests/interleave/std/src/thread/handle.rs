//! The handle to a thread that outlives its caller's frame.

use super::spawn::{is_finished, join, outcome};
use super::{Result, Thread};
use ::std::fmt;
use interleave::Slot;

/// The right to wait for a thread and to take what it returns. Dropping it lets the thread run on by itself.
///
/// `std::os` extensions (`as_pthread_t` and the like) do not exist: a model thread has no OS thread of its own.
pub struct JoinHandle<T> {
    thread: Thread,
    slot: Slot<T>,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread, so the slot's reference count and its cell are
// never touched by two at once; `spawn` asks for `T: Send`, as std does.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above; a shared handle gives out no reference to the slot.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    #[track_caller]
    pub(super) fn start(name: Option<String>, f: impl FnOnce() -> T) -> JoinHandle<T> {
        let (tid, slot) = interleave::spawn(name.clone(), f);
        let thread = Thread::new(tid, name);
        JoinHandle { thread, slot }
    }

    /// The thread's identity and name.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Blocks until the thread has ended.
    ///
    /// # Errors
    /// The payload of the panic that ended the thread.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        join(self.thread.tid());
        outcome(&self.slot)
    }

    /// Whether the thread has ended, without waiting.
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        is_finished(self.thread.tid())
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}
