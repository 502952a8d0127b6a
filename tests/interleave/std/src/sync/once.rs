//! Running a piece of code once for all threads.

use ::std::cell::Cell;
use ::std::fmt;
use ::std::marker::PhantomData;
use interleave::{Id, K, Loc, NONE, OK, ObjId};

/// The engine's `Object::ver` of a `Once` whose code has run.
pub(super) const DONE: u64 = 2;
/// The engine's `Object::ver` of a `Once` whose code has panicked.
const POISONED: u64 = 3;

/// What the engine answers to `K::Once`: it has run already.
const RUN_ALREADY: u64 = 0;

/// Code that runs once for all threads.
pub struct Once {
    pub(super) id: Id,
}

/// What [`Once::call_once_force`] tells its closure.
pub struct OnceState {
    poisoned: bool,
    /// Not `Sync`, as in std: it is the running closure's own.
    own: PhantomData<Cell<()>>,
}

impl OnceState {
    /// Whether an earlier call panicked.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState")
            .field("poisoned", &self.poisoned)
            .finish()
    }
}

/// A `Once` that has not run.
#[allow(clippy::declare_interior_mutable_const, reason = "std has it so")]
#[deprecated(note = "the `Once::new()` function is now preferred")]
pub const ONCE_INIT: Once = Once::new();

impl Once {
    /// A `Once` that has not run.
    #[track_caller]
    #[allow(clippy::new_without_default, reason = "std has none")]
    pub const fn new() -> Self {
        Once { id: Id::new() }
    }

    fn object(&self) -> ObjId {
        self.id.get(OK::Once)
    }

    /// Runs `f` unless something has run before; blocks while somebody else does.
    ///
    /// # Panics
    /// If an earlier call panicked, and with `f`'s panic.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        if let Some(turn) = Turn::take(self.object()) {
            turn.refuse_poison("Once");
            f();
            turn.done();
        }
    }

    /// [`call_once`](Once::call_once) that runs also after a panic, and is told of it.
    ///
    /// # Panics
    /// With `f`'s panic.
    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        if let Some(turn) = Turn::take(self.object()) {
            f(&OnceState {
                poisoned: turn.poisoned,
                own: PhantomData,
            });
            turn.done();
        }
    }

    /// Whether a call has ended well.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        interleave::op(K::OnceGet, self.object(), NONE, 0) == 1
    }

    /// Blocks until somebody's call has ended well.
    ///
    /// # Panics
    /// If a call has panicked.
    #[track_caller]
    pub fn wait(&self) {
        let object = self.object();
        let poisoned = || interleave::obj(object, |object| object.ver) == POISONED;
        if !poisoned() {
            interleave::op(K::OnceWait, object, NONE, 0);
        }
        if poisoned() {
            panic!("Once instance has previously been poisoned");
        }
    }

    /// Blocks until somebody's call has ended well, panics before it notwithstanding.
    #[track_caller]
    pub fn wait_force(&self) {
        interleave::op(K::OnceWait, self.object(), NONE, 0);
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

/// The right to run the code. Dropped before [`Turn::done`], that is by a panic, it poisons.
pub(super) struct Turn {
    object: ObjId,
    location: Loc,
    poisoned: bool,
    state: u64,
}

impl Turn {
    /// Blocks while somebody else runs the code; `None` if it has run.
    #[track_caller]
    pub(super) fn take(object: ObjId) -> Option<Turn> {
        let location = ::std::panic::Location::caller();
        match interleave::op_at(K::Once, object, NONE, 0, location) {
            RUN_ALREADY => None,
            state => Some(Turn {
                object,
                location,
                poisoned: state == POISONED,
                state: POISONED,
            }),
        }
    }

    /// # Panics
    /// If an earlier turn has panicked.
    #[track_caller]
    pub(super) fn refuse_poison(&self, kind: &str) {
        if self.poisoned {
            panic!("{kind} instance has previously been poisoned");
        }
    }

    pub(super) fn done(mut self) {
        self.state = DONE;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        interleave::op_at(K::OnceDone, self.object, NONE, self.state, self.location);
    }
}
