//! What `Mutex` and `RwLock` share: an identity in the engine, and poison.
//!
//! Nothing here depends on the protected type, so that a learner's crate compiles little of it anew.

use super::{LockResult, PoisonError, TryLockError};
use ::std::cell::Cell;
use interleave::schedule::Action;
use interleave::{Id, K, Loc, NONE, OK, ObjId};

/// The lock without its value.
pub(super) struct Lock {
    id: Id,
    poisoned: Cell<bool>,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread; explorations take turns, so the cell is never
// touched by two OS threads at once.
unsafe impl Sync for Lock {}
impl ::std::panic::RefUnwindSafe for Lock {}

impl Lock {
    #[track_caller]
    pub(super) const fn new() -> Lock {
        Lock {
            id: Id::new(),
            poisoned: Cell::new(false),
        }
    }

    /// The lock's object in this execution. On its first use a `static` gets back the value that it was declared with.
    ///
    /// # Panics
    /// If the lock was used in an earlier execution and is no `static`.
    pub(super) fn object(&self, kind: OK, value: *mut u8, size: usize) -> ObjId {
        let (object, survived, first_use) = self.id.get3(kind, |_| ());
        if !first_use {
            return object;
        }
        // SAFETY: `value` points to the `size` bytes of the lock's value. It is the first use of this execution, so
        // nobody holds the lock; the bytes kept are those of a `const` initialiser, which owns no memory.
        if !unsafe { interleave::reset_static(value, size, survived) } {
            panic!(
                "this lock lives on from one execution to the next, so its value is not what the test starts with: \
                 create it inside the test body"
            );
        }
        if survived {
            self.poisoned.set(false);
        }
        object
    }

    /// What `Debug` shows, as part of the step that it took before.
    pub(super) fn shows_poison(&self) -> bool {
        self.poisoned.get()
    }

    /// A step that reads `object`, the lock's own.
    #[track_caller]
    pub(super) fn is_poisoned(&self, object: impl FnOnce() -> ObjId) -> bool {
        if interleave::active() {
            let object = object();
            interleave::op(K::Load, object, NONE, 0);
            let words = match self.poisoned.get() {
                true => "find poisoned:",
                false => "find not poisoned:",
            };
            interleave::happened(|| about(object, words));
        }
        self.poisoned.get()
    }

    /// A step that writes `object`, the lock's own.
    #[track_caller]
    pub(super) fn clear_poison(&self, object: impl FnOnce() -> ObjId) {
        if interleave::active() {
            let object = object();
            interleave::op(K::Store, object, NONE, 0);
            interleave::happened(|| about(object, "clear the poison of"));
        }
        self.poisoned.set(false);
    }

    /// `inner`, as an `Err` if the lock is poisoned.
    pub(super) fn checked<G>(&self, inner: G) -> LockResult<G> {
        if !self.poisoned.get() {
            return Ok(inner);
        }
        interleave::note(|| " (poisoned)".into());
        Err(PoisonError::new(inner))
    }
}

/// How a step on the poison of the lock `object` is shown.
fn about(object: ObjId, words: &str) -> Action {
    Action::Other {
        words: words.to_owned(),
        object: Some(object as usize),
    }
}

/// The half of a guard that does not know its value: whose panic poisons, and where the lock was taken.
pub(super) struct Hold {
    /// Where the lock was taken; a guard's drop has no line of its own.
    location: Loc,
    /// A panic that was under way already when the lock was taken does not poison it.
    panicking: bool,
    /// Guards are not `Send`: as in std, the thread that locked is the one that unlocks.
    not_send: ::std::marker::PhantomData<*const ()>,
}

// SAFETY: shared, the hold is only read. The guard's own `Sync` asks for `T: Sync`.
unsafe impl Sync for Hold {}

impl Hold {
    #[track_caller]
    pub(super) fn new() -> Hold {
        let location = ::std::panic::Location::caller();
        Hold {
            location,
            panicking: interleave::panicking(),
            not_send: ::std::marker::PhantomData,
        }
    }

    /// Gives the lock back.
    pub(super) fn release(&self, unlock: K, object: ObjId) {
        interleave::op_at(unlock, object, NONE, 0, self.location);
    }

    /// Gives the lock back, poisoned if a panic has begun since it was taken. Both are one step: whoever looks before it
    /// finds the lock taken and in order.
    pub(super) fn release_and_poison(&self, lock: &Lock, unlock: K, object: ObjId) {
        let poisons = !self.panicking && interleave::panicking();
        self.release(unlock, object);
        if poisons {
            lock.poisoned.set(true);
        }
    }
}

/// Tries to take a lock on behalf of its `Debug`, as std does. It is shown at the line that made the lock.
pub(super) fn try_for_debug(try_lock: K, object: ObjId) -> bool {
    let location = interleave::obj(object, |object| object.loc);
    interleave::op_at(try_lock, object, NONE, 0, location) == 1
}

/// What `Debug` shows in the place of a value that is locked.
pub(super) fn locked() -> ::std::fmt::Arguments<'static> {
    format_args!("<locked>")
}

/// `inner` behind std's two errors of trying.
pub(super) fn tried<G>(lock: &Lock, inner: Option<G>) -> Result<G, TryLockError<G>> {
    match inner {
        None => Err(TryLockError::WouldBlock),
        Some(inner) => Ok(lock.checked(inner)?),
    }
}
