//! What a thread can do that others may see: the operations that the facades announce.

use crate::object::ObjId;
use std::panic::Location;

/// Number of a model thread; 0 runs the body.
pub type Tid = usize;

/// A place in the learner's source.
pub type Loc = &'static Location<'static>;

/// The kind of a visible operation. `a`, `b` and `arg` are the fields of [`Op`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Reads the atomic `a`.
    Load,
    /// Writes the atomic `a`.
    Store,
    /// Reads and writes the atomic `a` in one step.
    Rmw,
    /// A memory fence.
    Fence,
    /// Takes the mutex `a`; waits until it is free.
    Lock,
    /// Takes the mutex `a` if it is free.
    TryLock,
    /// Frees the mutex `a`.
    Unlock,
    /// Takes the lock `a` for reading; waits for the writer.
    Read,
    /// Takes the lock `a` for reading if nobody writes.
    TryRead,
    /// Takes the lock `a` for writing; waits for writer and readers.
    Write,
    /// Takes the lock `a` for writing if nobody reads or writes.
    TryWrite,
    /// Gives a read lock of `a` back.
    RUnlock,
    /// Gives the write lock of `a` back.
    WUnlock,
    /// Turns the write lock of `a` into a read lock.
    Downgrade,
    /// Enters the waiters of the condition variable `a` and frees the mutex `b`.
    CvWait,
    /// Leaves the waiters of `a` once notified and takes the mutex `b`.
    CvWake,
    /// Leaves the waiters of `a`, notified or timed out, and takes the mutex `b`.
    CvWakeT,
    /// Notifies one waiter of `a`, if there is one.
    NotifyOne,
    /// Notifies all waiters of `a`.
    NotifyAll,
    /// Puts an item into the channel `a`; waits for room.
    Send,
    /// Waits until the item sent as number `arg` over the rendezvous channel `a` is taken.
    SendAck,
    /// Puts an item into the channel `a` if there is room.
    TrySend,
    /// Takes an item from the channel `a`; waits for one.
    Recv,
    /// Takes an item from the channel `a` or times out.
    RecvT,
    /// Takes an item from the channel `a` if there is one.
    TryRecv,
    /// A sender of the channel `a` goes.
    DropTx,
    /// A receiver of the channel `a` goes.
    DropRx,
    /// Starts a thread.
    Spawn,
    /// Waits for the end of the thread `arg`.
    Join,
    /// Waits for the end of the thread `arg`, also while the execution is torn down.
    JoinScope,
    /// Asks whether the thread `arg` has ended.
    IsFinished,
    /// Waits for this thread's token.
    Park,
    /// Waits for this thread's token or times out.
    ParkT,
    /// Gives the thread `arg` its token.
    Unpark,
    /// Lets others go first.
    Yield,
    /// Lets others go first, for a while of virtual time.
    Sleep,
    /// Starts the initialisation `a`, or finds it done; waits while another thread is at it.
    Once,
    /// Ends the initialisation `a` in state `arg`: 2 done, 3 poisoned.
    OnceDone,
    /// Asks whether `a` is initialised.
    OnceGet,
    /// Waits until `a` is initialised.
    OnceWait,
    /// Arrives at the barrier `a`.
    Barrier,
    /// Leaves the barrier `a` after generation `arg`.
    BarrierPass,
    /// Accesses plain memory, the cell `a`.
    Access,
    /// Waits until one of this thread's cases is ready; with `arg` 1 it does not wait.
    Select,
    /// Enters the gauge `a`.
    Enter,
    /// Leaves the gauge `a`.
    Leave,
    /// Reads the peak of the gauge `a`.
    Peak,
}

/// A visible operation as it is announced, before it is performed.
#[derive(Clone, Copy, Debug)]
pub struct Op {
    /// What it does.
    pub k: Kind,
    /// The object that it works on, or [`NONE`](crate::NONE).
    pub a: ObjId,
    /// A second object (the mutex of a wait), or [`NONE`](crate::NONE).
    pub b: ObjId,
    /// A number whose meaning depends on the kind.
    pub arg: u64,
    /// Where the learner's code calls it.
    pub loc: Loc,
}
