//! Small programs as data: what the generator makes, the interpreter runs and the shrinker takes apart.

use std::fmt;
use std::sync::atomic::Ordering;

/// One operation of a thread. A body runs while the lock is held, or as the new thread.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Instr {
    /// Logs the value of an atomic.
    Load(usize, Ordering),
    /// Sets an atomic.
    Store(usize, u32, Ordering),
    /// Logs what an atomic held before the addition.
    Add(usize, u32, Ordering),
    /// Logs what was found, 100 more if it was not the expected value.
    CompareExchange(usize, u32, u32, Ordering),
    /// A fence.
    Fence(Ordering),
    /// Goes through an `UnsafeCell`: a panic where that is a data race.
    Access(usize),
    /// Increments and logs under a mutex, then runs the body under it.
    Lock(usize, Vec<Instr>),
    /// The same if the mutex is free, else logs that it is not.
    TryLock(usize, Vec<Instr>),
    /// Logs under the read lock, then runs the body under it.
    Read(Vec<Instr>),
    /// Changes the value under the write lock, then runs the body under it.
    Write(u32, Vec<Instr>),
    /// Logs the value if nobody writes.
    TryRead,
    /// Changes the value if nobody reads or writes.
    TryWrite(u32),
    /// Changes the value, then runs the body under the downgraded lock.
    Downgrade(u32, Vec<Instr>),
    /// Waits once on the condition variable, without a condition.
    Wait,
    /// Waits until mutex 0 is not zero any more.
    WaitWhileZero,
    /// Waits with a time-out, and logs which it was.
    WaitTimeout,
    /// Wakes one.
    NotifyOne,
    /// Wakes all.
    NotifyAll,
    /// Initialises a `OnceLock`, running the body meanwhile, and logs what it holds.
    GetOrInit(u32, Vec<Instr>),
    /// Logs what the `OnceLock` holds.
    OnceGet,
    /// Adds one to atomic 0 the first time.
    CallOnce,
    /// Meets another thread, and logs who leads.
    Barrier,
    /// Parks.
    Park,
    /// Parks with a time-out.
    ParkTimeout,
    /// Unparks the n-th thread that this one knows: main, then those it or its ancestors had started before.
    Unpark(usize),
    /// Sends on the channel of std.
    Send(u32),
    /// Sends if there is room.
    TrySend(u32),
    /// Drops this thread's sender.
    DropSender,
    /// Receives from the channel of std; only main can.
    Receive,
    /// Receives what is there.
    TryReceive,
    /// Receives with a time-out.
    ReceiveTimeout,
    /// Drops the receiver.
    DropReceiver,
    /// Sends on one of the crossbeam channels.
    SendOn(usize, u32),
    /// Receives from one of the crossbeam channels.
    ReceiveOn(usize),
    /// Receives what is there.
    TryReceiveOn(usize),
    /// Receives from whichever crossbeam channel has something.
    Select,
    /// The same, or nothing.
    SelectOrDefault,
    /// Lets others go first.
    Yield,
    /// Sleeps.
    Sleep,
    /// Starts a thread, which is joined at the end at the latest.
    Spawn(Vec<Instr>),
    /// Starts a thread that nobody joins.
    Detach(Vec<Instr>),
    /// Joins the thread started last.
    JoinNewest,
    /// Joins the thread started first.
    JoinOldest,
    /// Logs whether the thread started last has finished.
    IsFinished,
    /// Starts threads in a scope, and waits for them.
    Scope(Vec<Vec<Instr>>),
    /// Panics.
    Panic,
}

/// The channel of std that a program has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Channel {
    /// `channel()`
    Unbounded,
    /// `sync_channel(n)`; a rendezvous for 0.
    Bounded(usize),
}

/// A program: what the main thread does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Program {
    pub(crate) channel: Channel,
    /// Spurious wake-ups that an execution may have.
    pub(crate) spurious: u32,
    pub(crate) main: Vec<Instr>,
}

/// As a test that can be pasted into `random/known.rs`.
impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // every bracket of the derived text belongs to a `Vec`
        let literal = format!("{self:?}").replace('[', "vec![");
        write!(
            f,
            "#[test]\nfn pasted() {{\n    assert_nothing_is_lost(&{literal});\n}}"
        )
    }
}
