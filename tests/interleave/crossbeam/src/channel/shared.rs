//! What the ends of a channel share.

use interleave::{Id, K, Loc, NONE, OK, ObjId};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

/// What the engine answers to sending and receiving: a message has gone over.
pub(super) const DONE: u64 = 1;
/// What the engine answers when the other end is gone.
pub(super) const DISCONNECTED: u64 = 2;

/// The messages; how many there are, and who may go on, is the engine's to know.
pub(super) struct Shared<T> {
    pub(super) end: End,
    queue: RefCell<VecDeque<T>>,
    /// A timer's messages are made when they are taken.
    make: Option<fn() -> T>,
}

/// The half of a channel that does not know its messages.
pub(super) struct End {
    id: Id,
    capacity: usize,
    /// How many there are when an execution first uses the channel.
    senders: Cell<usize>,
    /// As for senders.
    receivers: Cell<usize>,
    /// What makes the channel's messages in the place of a sender.
    pub(super) timer: Option<Timer>,
}

/// A clock that sends.
#[derive(Clone, Copy)]
pub(super) struct Timer {
    /// From one message to the next, or to the only one.
    pub(super) period: Duration,
    /// Whether there is more than one.
    pub(super) repeats: bool,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread, no borrow of the cells lasts over a switch, and a
// message is only moved from one thread to another, which `T: Send` allows.
unsafe impl<T: Send> Sync for Shared<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for Shared<T> {}
impl<T> std::panic::UnwindSafe for Shared<T> {}
impl<T> std::panic::RefUnwindSafe for Shared<T> {}

impl End {
    #[track_caller]
    fn new(capacity: usize, timer: Option<Timer>) -> End {
        End {
            id: Id::new(),
            capacity,
            senders: Cell::new(1),
            receivers: Cell::new(1),
            timer,
        }
    }

    pub(super) fn object(&self) -> ObjId {
        let (object, _, first_use) = self.id.get3(OK::Channel, |object| {
            object.cap = self.capacity;
            object.tx = self.senders.get();
            object.rx = self.receivers.get();
        });
        if first_use && self.timer.is_some() {
            // a timer may fire at any moment, so its message is there from the start
            interleave::granted(K::TrySend, object);
        }
        object
    }

    pub(super) fn capacity(&self) -> Option<usize> {
        (self.capacity != usize::MAX).then_some(self.capacity)
    }

    /// No step: who clones a sender holds one, so that nobody can tell whether there is one more yet.
    pub(super) fn add_sender(&self) {
        if interleave::active() {
            interleave::obj(self.object(), |object| object.tx += 1);
        }
        self.senders.set(self.senders.get() + 1);
    }

    /// Each sender's end is a step: its order among the others decides whose is the last.
    pub(super) fn remove_sender(&self, location: Loc) {
        if interleave::active() {
            interleave::op_at(K::DropTx, self.object(), NONE, 0, location);
        }
        self.senders.set(self.senders.get() - 1);
    }

    /// No step, as for senders.
    pub(super) fn add_receiver(&self) {
        if interleave::active() {
            interleave::obj(self.object(), |object| object.rx += 1);
        }
        self.receivers.set(self.receivers.get() + 1);
    }

    /// A step, as for senders. Says whether that was the last one.
    pub(super) fn remove_receiver(&self, location: Loc) -> bool {
        if interleave::active() {
            interleave::op_at(K::DropRx, self.object(), NONE, 0, location);
        }
        self.receivers.set(self.receivers.get() - 1);
        interleave::active() && interleave::obj(self.object(), |object| object.rx == 0)
    }

    /// How many messages there are now: a step that reads.
    #[track_caller]
    pub(super) fn len(&self) -> usize {
        let object = self.object();
        interleave::op(K::Load, object, NONE, 0);
        let length = interleave::obj(object, |object| object.len);
        interleave::note(|| format!(" len → {length}"));
        length
    }

    /// Waits until the receiver has taken a rendezvous' message; true if it went away without.
    #[track_caller]
    fn returned(&self, object: ObjId) -> bool {
        let taken_before = interleave::obj(object, |object| object.ver);
        interleave::op(K::SendAck, object, NONE, taken_before);
        interleave::obj(object, |object| {
            object.rx == 0 && object.ver == taken_before
        })
    }
}

impl<T> Shared<T> {
    #[track_caller]
    pub(super) fn new(capacity: usize) -> Arc<Shared<T>> {
        let end = End::new(capacity, None);
        Arc::new(Shared {
            end,
            queue: RefCell::default(),
            make: None,
        })
    }

    /// A channel whose messages a clock sends, counted as one sender that never goes.
    #[track_caller]
    pub(super) fn timer(timer: Timer, make: fn() -> T) -> Arc<Shared<T>> {
        let end = End::new(1, Some(timer));
        Arc::new(Shared {
            end,
            queue: RefCell::default(),
            make: Some(make),
        })
    }

    pub(super) fn push(&self, message: T) {
        self.queue.borrow_mut().push_back(message);
    }

    pub(super) fn try_pop(&self) -> Option<T> {
        self.queue.borrow_mut().pop_front()
    }

    /// The message that the engine has granted.
    pub(super) fn pop(&self) -> T {
        match self.make {
            Some(make) => make(),
            None => self.try_pop().expect("the engine counts the messages"),
        }
    }

    /// Blocks until the message is sent, and with no room at all until it is received; gives it back if nobody will.
    #[track_caller]
    pub(super) fn send(&self, message: T) -> Result<(), T> {
        let object = self.end.object();
        if interleave::op(K::Send, object, NONE, 0) != DONE {
            return Err(message);
        }
        self.push(message);
        if self.end.capacity == 0 && self.end.returned(object) {
            return self.try_pop().map_or(Ok(()), Err);
        }
        Ok(())
    }

    /// The last receiver is gone: nobody will take the messages that wait.
    #[track_caller]
    pub(super) fn close(&self) {
        if self.end.remove_receiver(Location::caller()) && self.end.capacity > 0 {
            let left = self.queue.take();
            drop(left);
        }
    }
}
