//! Which thread it is.

use ::std::fmt;
use interleave::{K, NONE, Tid};

/// A thread's identity, the same for the same thread of every execution.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(pub(super) Tid);

impl fmt::Debug for ThreadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // the real ones count from one
        f.debug_tuple("ThreadId").field(&(self.0 + 1)).finish()
    }
}

/// A handle to a thread: its identity, its name, and the way to wake it.
#[derive(Clone)]
pub struct Thread {
    id: ThreadId,
    name: Option<String>,
}

impl Thread {
    pub(super) fn new(tid: Tid, name: Option<String>) -> Thread {
        let id = ThreadId(tid);
        Thread { id, name }
    }

    pub(super) fn tid(&self) -> Tid {
        self.id.0
    }

    /// The thread's identity.
    pub fn id(&self) -> ThreadId {
        self.id
    }

    /// The name given by [`Builder::name`](super::Builder::name); the body's own thread is called `main`.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Leaves the thread a token: its present or next [`park`](super::park) returns. Two tokens are one.
    #[track_caller]
    pub fn unpark(&self) {
        interleave::op(K::Unpark, NONE, NONE, self.tid() as u64);
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread")
            .field("id", &self.id)
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}
