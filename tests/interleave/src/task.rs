//! State of one model thread.

use crate::object::{NONE, ObjId};
use crate::op::{Loc, Op};
use crate::overlap::Span;
use crate::view::View;
use std::any::Any;

/// A thread-local value: its key, and the value unless it is being destroyed.
pub(crate) type Local = (usize, Option<Box<dyn Any>>);

/// One way out of a `select!`.
#[derive(Clone, Copy, Debug)]
pub enum Case {
    /// Receive from this channel.
    Recv(ObjId),
    /// Send to this channel.
    Send(ObjId),
}

/// A lock that a thread holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hold {
    /// The lock.
    pub(crate) object: ObjId,
    /// Where it was taken.
    pub(crate) loc: Loc,
}

/// State of one model thread.
#[derive(Default)]
pub(crate) struct Task {
    /// The operation that it has announced and not yet performed.
    pub(crate) pending: Option<Op>,
    /// Whether it has ended.
    pub(crate) finished: bool,
    /// The token of `park` and `unpark`.
    pub(crate) token: bool,
    /// The name that the learner gave it.
    pub(crate) name: Option<String>,
    /// Whether it ended in a panic that nobody has seen.
    pub(crate) panicked: bool,
    /// Panics under way in it: std's own count is per OS thread.
    pub(crate) panics: u32,
    /// The text and the place of its latest panic.
    pub(crate) last_panic: Option<String>,
    /// Locks that it holds, in order of taking.
    pub(crate) holds: Vec<Hold>,
    /// Threads that have made no step since it yielded last, as bits.
    pub(crate) unseen: u64,
    /// Whether it has yielded before. A single yield is free to come back at once, as it is in reality.
    pub(crate) has_yielded: bool,
    /// How many of its waits in a row timed out, the pending one included.
    pub(crate) time_outs: u32,
    /// Spurious failures that it may still suffer.
    pub(crate) spurious_left: u32,
    /// Whether its pending operation has to let others go first.
    pub(crate) is_yield: bool,
    /// Its last load, if nothing but loads and yields came after: place, object and the object's version.
    pub(crate) last_read: Option<(Loc, ObjId, u64)>,
    /// How often in a row that load has been repeated.
    pub(crate) same_reads: u32,
    /// Its thread-local values, in order of creation.
    pub(crate) locals: Vec<Local>,
    /// What it knows.
    pub(crate) view: View,
    /// What it knew at its last release fence: relaxed stores carry this.
    pub(crate) rel: View,
    /// What its relaxed loads have seen: an acquire fence learns this.
    pub(crate) acq: View,
    /// What those knew that gave it its token.
    pub(crate) token_view: View,
    /// When it was at work.
    pub(crate) span: Span,
    /// The atomic of its last load if that was stale, and how many stale loads of it came in a row.
    pub(crate) stale: Option<(ObjId, u32)>,
    /// The cases of its pending `select!`.
    pub(crate) cases: Vec<Case>,
}

impl Task {
    pub(crate) fn new(name: Option<String>, spurious: u32) -> Task {
        Task {
            name,
            spurious_left: spurious,
            unseen: u64::MAX,
            ..Task::default()
        }
    }

    /// Forgets every hold of `object`.
    pub(crate) fn release(&mut self, object: ObjId) {
        self.holds.retain(|h| h.object != object);
    }

    /// Forgets the latest hold of `object`: a thread may hold a lock for reading more than once.
    pub(crate) fn release_one(&mut self, object: ObjId) {
        if let Some(i) = self.holds.iter().rposition(|h| h.object == object) {
            self.holds.remove(i);
        }
    }
}

/// This many identical loads at one place in a row count as busy-waiting: the thread then lets the others step first.
pub(crate) const SPIN: u32 = 4;

/// This many time-outs in a row are as free as any step: who gives up after a few is explored. Who waits on and on lets the
/// others step first, or it would be alone for ever.
const TIME_OUTS: u32 = 2;

impl Task {
    /// Announces `op`. `version` is that of the atomic it loads.
    pub(crate) fn announce(&mut self, op: Op, version: u64) {
        use crate::op::Kind::{CvWakeT, Load, Sleep, Yield};
        debug_assert!(op.k != Load || op.a != NONE, "a load names its atomic");
        let read = (op.k == Load).then_some((op.loc, op.a, version));
        let again = read.is_some() && self.last_read == read;
        self.same_reads = if again { self.same_reads + 1 } else { 0 };
        if op.k != Yield {
            self.last_read = read;
        }
        let yields = matches!(op.k, Yield | Sleep);
        let waits = op.k == CvWakeT;
        let waits_on = waits && self.time_outs >= TIME_OUTS;
        self.time_outs += u32::from(waits);
        self.is_yield = self.same_reads >= SPIN || yields && self.has_yielded || waits_on;
        self.has_yielded |= yields;
        self.pending = Some(op);
    }

    /// Performs its pending operation: it has let the others go first.
    pub(crate) fn go(&mut self) {
        if std::mem::take(&mut self.is_yield) {
            self.unseen = u64::MAX;
        }
        self.pending = None;
    }
}
