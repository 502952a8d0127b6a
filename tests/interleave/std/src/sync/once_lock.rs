//! A cell that is written once.

use super::once::{DONE, Turn};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::panic::{RefUnwindSafe, UnwindSafe};
use interleave::{Id, K, NONE, OK, ObjId};

/// A cell that is written once and read by all. A `static` is empty again at the start of each execution.
pub struct OnceLock<T> {
    id: Id,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the value is written by the one thread whose turn it is and read only after that; `Send`, because the writer may
// be another thread than the one that drops it.
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}

impl<T> OnceLock<T> {
    /// An empty cell.
    #[track_caller]
    pub const fn new() -> Self {
        OnceLock {
            id: Id::new(),
            value: UnsafeCell::new(None),
        }
    }

    #[track_caller]
    fn full(value: T) -> Self {
        OnceLock {
            id: Id::new(),
            value: UnsafeCell::new(Some(value)),
        }
    }

    /// The cell's object in this execution. A cell that an earlier execution has used is empty again.
    pub(super) fn object(&self) -> ObjId {
        let (object, survived, first_use) = self.id.get3(OK::Once, |_| ());
        if survived {
            // SAFETY: it is the first use of this execution, so no reference to the value is left.
            unsafe { *self.value.get() = None };
        } else if first_use && self.peek().is_some() {
            interleave::obj(object, |object| object.ver = DONE);
        }
        object
    }

    pub(super) fn peek(&self) -> Option<&T> {
        // SAFETY: once written the value stays, and nobody writes while it is read: whoever asks has seen the writer's
        // end, or owns the cell, or only asks whether there is something before anybody could write.
        unsafe { (*self.value.get()).as_ref() }
    }

    pub(super) fn value(&self) -> &T {
        self.peek().expect("written before anybody is let past")
    }

    /// # Safety
    /// The caller's turn it is: it has taken the engine's `Turn`.
    pub(super) unsafe fn write(&self, value: T) {
        // SAFETY: the caller is the only one who writes, and nobody reads before its turn has ended.
        unsafe { *self.value.get() = Some(value) };
    }

    /// The value, if it is there.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        let written = interleave::op(K::OnceGet, self.object(), NONE, 0) == 1;
        written.then(|| self.value())
    }

    /// The value, if it is there, by a unique reference.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.refresh();
        self.value.get_mut().as_mut()
    }

    /// Writes the value; blocks while somebody else writes.
    ///
    /// # Errors
    /// With `value`, if there is one already.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let Some(turn) = Turn::take(self.object()) else {
            return Err(value);
        };
        // SAFETY: it is this thread's turn.
        unsafe { self.write(value) };
        turn.done();
        Ok(())
    }

    /// The value; `init` makes it if it is not there yet.
    ///
    /// # Panics
    /// With `init`'s panic; the cell is empty then.
    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, init: F) -> &T {
        if let Some(turn) = Turn::take(self.object()) {
            let value = init();
            // SAFETY: it is this thread's turn.
            unsafe { self.write(value) };
            turn.done();
        }
        self.value()
    }

    /// Blocks until somebody has written the value.
    #[track_caller]
    pub fn wait(&self) -> &T {
        interleave::op(K::OnceWait, self.object(), NONE, 0);
        self.value()
    }

    /// The value, if it is there, the cell being given up.
    pub fn into_inner(self) -> Option<T> {
        self.refresh();
        self.value.into_inner()
    }

    /// Takes the value out and leaves the cell as new.
    #[track_caller]
    pub fn take(&mut self) -> Option<T> {
        self.refresh();
        self.id = Id::new();
        self.value.get_mut().take()
    }

    /// Empties what an earlier execution has left.
    fn refresh(&self) {
        if interleave::active() {
            self.object();
        }
    }
}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<T> for OnceLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::full(value)
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        match look(self) {
            Some(value) => Self::full(value.clone()),
            None => Self::new(),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &Self) -> bool {
        look(self) == look(other)
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_tuple("OnceLock");
        match look(self) {
            Some(value) => text.field(value),
            None => text.field(&format_args!("<uninit>")),
        };
        text.finish()
    }
}

/// [`OnceLock::get`] that works outside an execution too, where nobody else is there.
#[track_caller]
fn look<T>(cell: &OnceLock<T>) -> Option<&T> {
    if interleave::active() {
        cell.get()
    } else {
        cell.peek()
    }
}
