//! Synchronisation objects: their identity across executions and their state within one.

use crate::clock::Clock;
use crate::op::{Loc, Tid};
use crate::runtime::with;
use crate::view::View;
use std::collections::VecDeque;
use std::panic::Location;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};

/// Number of an object within one execution, in order of first use.
pub type ObjId = u32;

/// Stands for "no object" in an operation.
pub const NONE: ObjId = u32::MAX;

/// The kind of a synchronisation object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// An atomic integer, flag or pointer.
    Atomic,
    /// Plain memory behind an `UnsafeCell`.
    Cell,
    /// A mutex.
    Mutex,
    /// A readers-writer lock.
    RwLock,
    /// A condition variable.
    Condvar,
    /// A channel.
    Channel,
    /// A one-time initialisation.
    Once,
    /// A barrier.
    Barrier,
    /// A meeting point of the tests, see [`Rendezvous`](crate::Rendezvous).
    Rendezvous,
    /// A counter of who is inside, see [`Gauge`](crate::Gauge).
    Gauge,
}

/// State of one synchronisation object. One type serves all kinds; each field says for which kinds it counts.
#[derive(Debug)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// Where the learner created it.
    pub loc: Loc,
    /// Its number among the objects of its kind, from 1.
    pub n: u32,
    /// Locks and initialisations: the thread that holds it.
    pub owner: Option<Tid>,
    /// Readers-writer locks: the threads that hold it for reading, one entry for each guard.
    pub readers: Vec<Tid>,
    /// Condition variables: who waits, in order of arrival, and whether they have been notified.
    pub waiters: Vec<(Tid, bool)>,
    /// Channels: items inside. Barriers: threads that have arrived. Gauges: threads inside.
    pub len: usize,
    /// Channels: room. Barriers: threads that meet.
    pub cap: usize,
    /// Channels: living senders.
    pub tx: usize,
    /// Channels: living receivers.
    pub rx: usize,
    /// Atomics: stores so far. Channels: items received so far. Initialisations: 0 new, 1 running, 2 done, 3 poisoned.
    /// Barriers: generation. Gauges: the largest `len` so far.
    pub ver: u64,
    /// Channels: items sent so far.
    pub sent: u64,
    /// What a thread learns that synchronises on this object.
    pub view: View,
    /// What readers have left behind for the next writer, the last generation of a barrier for those who leave it, the
    /// receivers that are gone for senders.
    pub read_view: View,
    /// Channels: what the senders of the items inside knew, oldest first.
    pub item_views: VecDeque<View>,
    /// Bounded channels: what the receiver of each item knew, oldest first.
    pub room_views: Vec<View>,
    /// What those knew that have notified somebody here, have initialised it, or have given up sending.
    pub(crate) told: Clock,
    /// Channels: what the senders of the items inside knew, oldest first, as clocks.
    pub(crate) item_clocks: VecDeque<Clock>,
    /// Atomics: what each message of the modification order carries.
    pub msgs: Vec<View>,
    /// Atomics: the values that were overwritten, oldest first.
    pub vals: Vec<u64>,
}

impl Object {
    pub(crate) fn new(kind: ObjectKind, loc: Loc, n: u32) -> Object {
        Object {
            kind,
            loc,
            n,
            owner: None,
            readers: Vec::new(),
            waiters: Vec::new(),
            len: 0,
            cap: usize::MAX,
            tx: 0,
            rx: 1,
            ver: 0,
            sent: 0,
            view: View::default(),
            read_view: View::default(),
            item_views: VecDeque::new(),
            room_views: Vec::new(),
            told: Clock::default(),
            item_clocks: VecDeque::new(),
            msgs: match kind {
                ObjectKind::Atomic | ObjectKind::Cell => vec![View::default()],
                _ => Vec::new(),
            },
            vals: Vec::new(),
        }
    }

    /// Whether nobody holds this lock, neither for reading nor for writing.
    pub(crate) fn is_free(&self) -> bool {
        self.owner.is_none() && self.readers.is_empty()
    }
}

/// Identity of an object. It can be made in a constant, so that statics work, and registers anew in each execution.
#[derive(Debug)]
pub struct Id {
    epoch: AtomicU64,
    id: AtomicU32,
    loc: Loc,
}

impl Id {
    /// An identity that no execution has seen yet; remembers the caller as the place of creation.
    #[allow(
        clippy::new_without_default,
        reason = "a derived Default would lose the caller's place"
    )]
    #[track_caller]
    pub const fn new() -> Id {
        Id {
            epoch: AtomicU64::new(0),
            id: AtomicU32::new(0),
            loc: Location::caller(),
        }
    }

    /// The object's number in this execution.
    ///
    /// # Panics
    /// Outside an exploration.
    pub fn get(&self, kind: ObjectKind) -> ObjId {
        self.get2(kind, |_| ()).0
    }

    /// The number, and whether the object survived from an earlier execution (a `static`, or captured by the body).
    pub fn get2(&self, kind: ObjectKind, init: impl FnOnce(&mut Object)) -> (ObjId, bool) {
        let (id, survived, _) = self.get3(kind, init);
        (id, survived)
    }

    /// The number, whether the object survived from an earlier execution, and whether this is its first use in this one.
    pub fn get3(&self, kind: ObjectKind, init: impl FnOnce(&mut Object)) -> (ObjId, bool, bool) {
        match self.registered() {
            Some(id) => (id, false, false),
            None => {
                let (id, survived) = self.register(kind);
                obj(id, init);
                (id, survived, true)
            }
        }
    }

    fn registered(&self) -> Option<ObjId> {
        let epoch = with(|rt| rt.epoch);
        (self.epoch.load(Relaxed) == epoch).then(|| self.id.load(Relaxed))
    }

    fn register(&self, kind: ObjectKind) -> (ObjId, bool) {
        with(|rt| {
            let survived = self.epoch.load(Relaxed) != 0;
            let n = 1 + rt.objects.iter().filter(|o| o.kind == kind).count() as u32;
            let id = rt.objects.len() as ObjId;
            rt.objects.push(Object::new(kind, self.loc, n));
            self.epoch.store(rt.epoch, Relaxed);
            self.id.store(id, Relaxed);
            (id, survived)
        })
    }
}

/// Reads or changes the state of an object of this execution, without a scheduling point.
pub fn obj<R>(id: ObjId, f: impl FnOnce(&mut Object) -> R) -> R {
    with(|rt| f(&mut rt.objects[id as usize]))
}
