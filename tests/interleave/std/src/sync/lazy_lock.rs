//! A value that is made when it is first needed.

use super::OnceLock;
use super::once::Turn;
use ::std::cell::Cell;
use ::std::fmt;
use ::std::mem::needs_drop;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{RefUnwindSafe, UnwindSafe};
use interleave::{K, NONE};

/// A value that the first thread that needs it makes. A `static` is made anew in each execution.
pub struct LazyLock<T, F = fn() -> T> {
    cell: OnceLock<T>,
    init: Cell<Option<F>>,
}

// SAFETY: `init` is touched only by the one thread whose turn it is, and may be called there, hence `F: Send`; the value is
// shared as in `OnceLock`.
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T: RefUnwindSafe + UnwindSafe, F: UnwindSafe> RefUnwindSafe for LazyLock<T, F> {}
impl<T: UnwindSafe, F: UnwindSafe> UnwindSafe for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// A value to be made by `init`.
    #[track_caller]
    pub const fn new(init: F) -> Self {
        LazyLock {
            cell: OnceLock::new(),
            init: Cell::new(Some(init)),
        }
    }

    /// The value, made now if nobody has; blocks while somebody does.
    ///
    /// # Panics
    /// With the initialiser's panic, now and ever after.
    #[track_caller]
    pub fn force(this: &Self) -> &T {
        if let Some(turn) = Turn::take(this.cell.object()) {
            turn.refuse_poison("LazyLock");
            let value = this.take_init()();
            // SAFETY: it is this thread's turn.
            unsafe { this.cell.write(value) };
            turn.done();
        }
        this.cell.value()
    }

    /// The value by a unique reference, made now if nobody has.
    ///
    /// # Panics
    /// With the initialiser's panic, now and ever after.
    #[track_caller]
    pub fn force_mut(this: &mut Self) -> &mut T {
        LazyLock::force(this);
        this.cell.get_mut().expect("forced just now")
    }

    /// Takes the initialiser out; one without a destructor is kept for the next execution.
    fn take_init(&self) -> F {
        let init = self.init.take().expect(
            "a LazyLock that lives on from one execution to the next needs an initialiser that captures nothing to drop",
        );
        if !needs_drop::<F>() {
            // SAFETY: without drop glue a bitwise copy frees nothing twice. It is called in a later execution only, when
            // this one's call has ended, so that nothing it captures is used by two at once.
            self.init
                .set(Some(unsafe { ::std::ptr::read(&raw const init) }));
        }
        init
    }
}

impl<T, F> LazyLock<T, F> {
    /// The value, if it has been made.
    #[track_caller]
    pub fn get(this: &Self) -> Option<&T> {
        this.cell.get()
    }

    /// The value by a unique reference, if it has been made.
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.cell.get_mut()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    #[track_caller]
    fn default() -> Self {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_tuple("LazyLock");
        let made =
            !interleave::active() || interleave::op(K::OnceGet, self.cell.object(), NONE, 0) == 1;
        match self.cell.peek().filter(|_| made) {
            Some(value) => text.field(value),
            None => text.field(&format_args!("<uninit>")),
        };
        text.finish()
    }
}
