//! What the two ends of a channel share.

use crate::sync::Arc;
use ::std::cell::{Cell, RefCell};
use ::std::collections::VecDeque;
use ::std::panic::Location;
use interleave::{Id, K, Loc, NONE, OK, ObjId};

/// What the engine answers to sending and receiving: a message has gone over.
pub(super) const DONE: u64 = 1;
/// What the engine answers when the other end is gone.
pub(super) const DISCONNECTED: u64 = 2;

/// The messages; how many there are, and who may go on, is the engine's to know.
pub(super) struct Channel<T> {
    end: End,
    queue: RefCell<VecDeque<T>>,
}

/// The half of a channel that does not know its messages.
struct End {
    id: Id,
    capacity: usize,
    /// How many there are when an execution first uses the channel.
    senders: Cell<usize>,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread, no borrow of the cells lasts over a switch, and a
// message is only moved from one thread to another, which `T: Send` allows.
unsafe impl<T: Send> Sync for Channel<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for Channel<T> {}
impl<T> ::std::panic::UnwindSafe for Channel<T> {}
impl<T> ::std::panic::RefUnwindSafe for Channel<T> {}

impl End {
    fn object(&self) -> ObjId {
        let (object, _) = self.id.get2(OK::Channel, |object| {
            object.cap = self.capacity;
            object.tx = self.senders.get();
        });
        object
    }

    /// No step: who clones a sender holds one, so that nobody can tell whether there is one more yet.
    fn add_sender(&self) {
        if interleave::active() {
            interleave::obj(self.object(), |object| object.tx += 1);
        }
        self.senders.set(self.senders.get() + 1);
    }

    /// Each sender's end is a step: its order among the others decides whose is the last.
    fn remove_sender(&self, location: Loc) {
        if interleave::active() {
            interleave::op_at(K::DropTx, self.object(), NONE, 0, location);
        }
        self.senders.set(self.senders.get() - 1);
    }
}

impl<T> Channel<T> {
    #[track_caller]
    pub(super) fn new(capacity: usize) -> Arc<Channel<T>> {
        let end = End {
            id: Id::new(),
            capacity,
            senders: Cell::new(1),
        };
        Arc::new(Channel {
            end,
            queue: RefCell::default(),
        })
    }

    pub(super) fn object(&self) -> ObjId {
        self.end.object()
    }

    pub(super) fn add_sender(&self) {
        self.end.add_sender();
    }

    #[track_caller]
    pub(super) fn remove_sender(&self) {
        self.end.remove_sender(Location::caller());
    }

    pub(super) fn push(&self, message: T) {
        self.queue.borrow_mut().push_back(message);
    }

    /// The message that the engine has granted.
    pub(super) fn pop(&self) -> T {
        self.try_pop().expect("the engine counts the messages")
    }

    fn try_pop(&self) -> Option<T> {
        self.queue.borrow_mut().pop_front()
    }

    /// Blocks until the message is sent, and with no room at all until it is received; gives it back if nobody will.
    #[track_caller]
    pub(super) fn send(&self, message: T) -> Result<(), T> {
        let object = self.object();
        if interleave::op(K::Send, object, NONE, 0) != DONE {
            return Err(message);
        }
        self.push(message);
        if self.end.capacity > 0 {
            return Ok(());
        }
        match returned(object) {
            true => self.try_pop().map_or(Ok(()), Err),
            false => Ok(()),
        }
    }

    /// The receiver is gone: nobody will take the messages that wait, and their own destructors may send elsewhere.
    #[track_caller]
    pub(super) fn close(&self) {
        interleave::op_at(K::DropRx, self.object(), NONE, 0, Location::caller());
        // a rendezvous' sender takes its own message back
        if self.end.capacity > 0 {
            let left = self.queue.take();
            drop(left);
        }
    }
}

/// Waits until the receiver has taken a rendezvous' message; true if it went away without.
#[track_caller]
fn returned(object: ObjId) -> bool {
    let taken_before = interleave::obj(object, |object| object.ver);
    interleave::op(K::SendAck, object, NONE, taken_before);
    interleave::obj(object, |object| {
        object.rx == 0 && object.ver == taken_before
    })
}
