//! A value that many threads read and change, each time in one step. What the other facades build on.

use ::std::cell::UnsafeCell;
use ::std::sync::atomic::Ordering::AcqRel;
use interleave::{Id, K, NONE, OK, ObjId};

/// The state of a lock-free structure. The explorer orders its steps; a step is never split.
pub struct Stepped<T> {
    id: Id,
    value: UnsafeCell<T>,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread, and a step does not switch between them while it
// has the value; what goes in and out is moved between threads, which `T: Send` allows.
unsafe impl<T: Send> Sync for Stepped<T> {}
impl<T> ::std::panic::UnwindSafe for Stepped<T> {}
impl<T> ::std::panic::RefUnwindSafe for Stepped<T> {}

impl<T> Stepped<T> {
    /// Wraps `value`.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Stepped {
            id: Id::new(),
            value: UnsafeCell::new(value),
        }
    }

    /// Announces the step called `name`, then does it. It reads what every step before it has left (acquire, release).
    ///
    /// `change` must not use the model: another thread could come in.
    #[track_caller]
    pub fn step<R>(&self, name: &str, change: impl FnOnce(&mut T) -> R) -> R {
        announce(&self.id, name);
        // SAFETY: no other step can be under way, see above.
        change(unsafe { &mut *self.value.get() })
    }

    /// Unwraps the value.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

#[track_caller]
fn announce(id: &Id, name: &str) {
    if !interleave::active() {
        return;
    }
    let object: ObjId = id.get(OK::Atomic);
    interleave::op(K::Rmw, object, NONE, 0);
    interleave::rmw_message(object, 0, AcqRel, None);
    interleave::note(|| format!(" {name}"));
}
