//! What a step did, as facts; the words for it are in `text`.
//!
//! The engine's operations become actions as follows:
//!
//! | operation | action |
//! | --- | --- |
//! | `Load` | [`Action::Read`] |
//! | `Store` | [`Action::Write`] |
//! | `Rmw` | [`Action::Update`], or [`Action::Refused`] when a comparison failed |
//! | `Fence`, `Access` | [`Action::Fence`], [`Action::Access`] |
//! | `Lock`, `Read`, `Write` | [`Action::Lock`] with its [`Mode`] |
//! | `TryLock`, `TryRead`, `TryWrite` | [`Action::TryLock`] |
//! | `Unlock`, `RUnlock`, `WUnlock` | [`Action::Unlock`] |
//! | `CvWait` | [`Action::Wait`] |
//! | `CvWake`, `CvWakeT` | [`Action::Wake`] |
//! | `NotifyOne`, `NotifyAll` | [`Action::Notify`] |
//! | `Send`, `TrySend`, `SendAck` | [`Action::Send`], [`Action::HandOver`] |
//! | `Recv`, `TryRecv`, `RecvT` | [`Action::Receive`] |
//! | `DropTx`, `DropRx` | [`Action::DropSender`], [`Action::DropReceiver`] |
//! | `Spawn`, `Join`, `JoinScope`, `IsFinished` | [`Action::Spawn`], [`Action::Join`], [`Action::IsFinished`] |
//! | `Park`, `ParkT`, `Unpark` | [`Action::Park`], [`Action::Unpark`] |
//! | a pending operation of a thread that has to stop | [`Action::Blocked`] |
//! | `Once` | [`Action::Initialise`], or [`Action::Initialised`] when another thread has done it |
//! | all others | [`Action::Other`], in words |

use super::Waits;

/// What one step did. Objects and threads are numbers into the schedule's lists; values are their `Debug` texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read an atomic.
    Read {
        /// The atomic.
        object: usize,
        /// What was read, where it is known.
        value: Option<String>,
        /// The newest value, when an older one was read.
        newest: Option<String>,
        /// The memory ordering; empty for `SeqCst`.
        ordering: &'static str,
    },
    /// Overwrote an atomic.
    Write {
        /// The atomic.
        object: usize,
        /// What it held before, where it is known.
        old: Option<String>,
        /// What it holds now, where it is known.
        new: Option<String>,
        /// The memory ordering; empty for `SeqCst`.
        ordering: &'static str,
    },
    /// Read and overwrote an atomic in one indivisible step.
    Update {
        /// The atomic.
        object: usize,
        /// The method: `fetch_add`, `swap`, `compare_exchange` …
        method: &'static str,
        /// What it held before, where it is known.
        old: Option<String>,
        /// What it holds now, where it is known.
        new: Option<String>,
        /// The memory ordering; empty for `SeqCst`.
        ordering: &'static str,
    },
    /// A `compare_exchange` that found another value; or the expected one, for `compare_exchange_weak` may fail all the same.
    Refused {
        /// The atomic.
        object: usize,
        /// What it held.
        found: String,
        /// What the caller had expected.
        expected: String,
    },
    /// A fence.
    Fence {
        /// The memory ordering; empty for `SeqCst`.
        ordering: &'static str,
    },
    /// Went into an `UnsafeCell`.
    Access {
        /// The cell.
        object: usize,
    },
    /// Took a lock.
    Lock {
        /// The lock.
        object: usize,
        /// How.
        mode: Mode,
    },
    /// Tried to take a lock.
    TryLock {
        /// The lock.
        object: usize,
        /// How.
        mode: Mode,
        /// Whether it was free.
        got: bool,
    },
    /// Released a lock.
    Unlock {
        /// The lock.
        object: usize,
    },
    /// Released a mutex and began to wait.
    Wait {
        /// The condition variable.
        condvar: usize,
        /// The mutex.
        mutex: usize,
    },
    /// Stopped waiting and took the mutex again.
    Wake {
        /// The condition variable.
        condvar: usize,
        /// The mutex.
        mutex: usize,
        /// Why.
        reason: WakeUp,
    },
    /// Notified the threads that waited.
    Notify {
        /// The condition variable.
        condvar: usize,
        /// `notify_all`.
        all: bool,
        /// Who was woken.
        woken: Vec<usize>,
    },
    /// Sent to a channel.
    Send {
        /// The channel.
        object: usize,
        /// How it went.
        result: Sent,
    },
    /// The receiver has taken the item of a channel without a buffer.
    HandOver {
        /// The channel.
        object: usize,
    },
    /// Received from a channel.
    Receive {
        /// The channel.
        object: usize,
        /// How it went.
        result: Received,
    },
    /// Dropped a channel's last sender.
    DropSender {
        /// The channel.
        object: usize,
    },
    /// Dropped a channel's receiver.
    DropReceiver {
        /// The channel.
        object: usize,
    },
    /// Started a thread.
    Spawn {
        /// The new thread.
        thread: usize,
    },
    /// Waited for a thread that has ended.
    Join {
        /// The thread.
        thread: usize,
    },
    /// Asked whether a thread has ended.
    IsFinished {
        /// The thread.
        thread: usize,
        /// The answer.
        finished: bool,
    },
    /// Parked, and was let go on.
    Park {
        /// Why it went on.
        reason: WakeUp,
    },
    /// Let a thread go on.
    Unpark {
        /// The thread.
        thread: usize,
    },
    /// Began to initialise a `Once`, `OnceLock` or `LazyLock`.
    Initialise {
        /// The object.
        object: usize,
    },
    /// Found a `Once`, `OnceLock` or `LazyLock` initialised.
    Initialised {
        /// The object.
        object: usize,
    },
    /// Something else, in words: a verb and the object it was done to.
    Other {
        /// The words: `sleep`, `arrive at`, `get` …
        words: String,
        /// The object, if there is one.
        object: Option<usize>,
    },
    /// Had to stop here. Not a step: the operation comes later, or never.
    Blocked(Waits),
    /// A remark such as `prints "sold 3"`. Not a step.
    Remark(String),
    /// Panicked. Not a step.
    Panic(String),
}

impl Action {
    /// Whether it is a destructor's doing.
    pub(super) fn drops(&self) -> bool {
        use Action::{DropReceiver, DropSender, Unlock};
        matches!(
            self,
            Unlock { .. } | DropSender { .. } | DropReceiver { .. }
        )
    }

    /// The objects that an action is about.
    pub(super) fn objects(&self) -> Vec<usize> {
        match self {
            Action::Read { object, .. }
            | Action::Write { object, .. }
            | Action::Update { object, .. }
            | Action::Refused { object, .. }
            | Action::Access { object }
            | Action::Lock { object, .. }
            | Action::TryLock { object, .. }
            | Action::Unlock { object }
            | Action::Send { object, .. }
            | Action::HandOver { object }
            | Action::Receive { object, .. }
            | Action::DropSender { object }
            | Action::DropReceiver { object }
            | Action::Initialise { object }
            | Action::Initialised { object } => vec![*object],
            Action::Wait { condvar, mutex } | Action::Wake { condvar, mutex, .. } => {
                vec![*condvar, *mutex]
            }
            Action::Notify { condvar, .. } => vec![*condvar],
            Action::Other { object, .. } => object.iter().copied().collect(),
            _ => Vec::new(),
        }
    }
}

/// How a lock is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A mutex.
    Mutex,
    /// A reader-writer lock, for reading.
    Read,
    /// A reader-writer lock, for writing.
    Write,
}

/// Why a waiting thread went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WakeUp {
    /// `notify_one`, `notify_all` or `unpark`.
    Notified,
    /// The time was over.
    TimedOut,
    /// No reason, as the standard library allows.
    Spurious,
}

/// How a `send` went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The item is in the channel.
    Done,
    /// There was no room.
    Full,
    /// The receiver is gone.
    Disconnected,
}

/// How a `recv` went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// An item.
    Item,
    /// There was none.
    Empty,
    /// There was none in time.
    TimedOut,
    /// There was none and all senders are gone.
    Disconnected,
}
