//! The atomic itself: loads, stores, exchanges.

use super::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};
use super::value::Value;
use ::std::cell::Cell;
use ::std::fmt::{self, Debug};
use interleave::schedule::Action;
use interleave::{Id, K, NONE, OK, ObjId};

/// An atomic value of type `T`. The aliases [`AtomicU32`](super::AtomicU32) and so on are its names in programs.
///
/// It needs no destructor, because programs put atomics into constants: the history lives in the engine. A `static`
/// starts each execution with the value that it was declared with. The layout is not that of `T`.
pub struct Atomic<T> {
    id: Id,
    /// What the atomic was made with, for the executions after the first.
    initial: Cell<T>,
    value: Cell<T>,
}

// SAFETY: every thread of an execution is a coroutine on one OS thread; explorations take turns, so the cells are never
// touched by two OS threads at once. A pointer is only a number here, as in std.
unsafe impl<T: Value> Sync for Atomic<T> {}
// SAFETY: as above.
unsafe impl<T: Value> Send for Atomic<T> {}
impl<T> ::std::panic::RefUnwindSafe for Atomic<T> {}
impl<T> ::std::panic::UnwindSafe for Atomic<T> {}

/// Never implemented: what asks for it is refused.
#[diagnostic::on_unimplemented(
    message = "`from_ptr` is not explored: the model does not see accesses through the pointer",
    label = "make the atomic with `new`, and share it by reference or in an `Arc`"
)]
pub trait Modelled {}

impl<T> Atomic<T> {
    /// Unwraps the value. Owning the atomic proves that nobody else is there.
    pub const fn into_inner(self) -> T
    where
        T: Copy,
    {
        self.value.get()
    }

    /// A pointer to the value. Accesses through it are not seen by the model.
    pub const fn as_ptr(&self) -> *mut T {
        self.value.as_ptr()
    }

    /// Refused: memory that the model does not own cannot be explored.
    ///
    /// ```compile_fail,E0277
    /// # use interleave_std::sync::atomic::AtomicU32;
    /// let mut number = 1;
    /// let shared = unsafe { AtomicU32::from_ptr(&mut number) };
    /// ```
    ///
    /// # Safety
    /// Never called.
    pub unsafe fn from_ptr<'a>(_: *mut T) -> &'a Self
    where
        Self: Modelled,
    {
        unreachable!("no type is `Modelled`")
    }
}

impl<T: Value> Atomic<T> {
    /// An atomic with a first value.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Atomic {
            id: Id::new(),
            initial: Cell::new(value),
            value: Cell::new(value),
        }
    }

    fn object(&self) -> ObjId {
        let (object, survived) = self.id.get2(OK::Atomic, |_| ());
        if survived {
            self.value.set(self.initial.get());
        }
        object
    }

    /// What formatting shows: a load within an execution, the plain value where nobody else is there.
    pub(super) fn shown(&self) -> T {
        if interleave::active() {
            self.load(Relaxed)
        } else {
            self.value.get()
        }
    }

    fn bits(&self) -> u64 {
        self.value.get().to_bits()
    }

    /// A unique reference, which needs no ordering.
    pub fn get_mut(&mut self) -> &mut T {
        if interleave::active() {
            interleave::store_message(self.object(), self.bits(), SeqCst);
        }
        self.value.get_mut()
    }

    /// Reads; which value the orderings allow is explored.
    ///
    /// # Panics
    /// If `order` is `Release` or `AcqRel`.
    #[track_caller]
    pub fn load(&self, order: Ordering) -> T {
        refuse_in_load(order);
        let object = self.object();
        interleave::op(K::Load, object, NONE, 0);
        let newest = self.value.get();
        let stale = interleave::load_message(object, order).map(T::from_bits);
        note_load(
            object,
            order,
            &newest,
            stale.as_ref().map(|value| value as &dyn Debug),
        );
        stale.unwrap_or(newest)
    }

    /// Writes.
    ///
    /// # Panics
    /// If `order` is `Acquire` or `AcqRel`.
    #[track_caller]
    pub fn store(&self, value: T, order: Ordering) {
        refuse_in_store(order);
        let object = self.object();
        interleave::op(K::Store, object, NONE, 0);
        interleave::store_message(object, self.bits(), order);
        let old = self.value.replace(value);
        note_store(object, order, [&old, &value]);
    }

    /// Reads the newest value and writes another in one step; gives the old one.
    #[track_caller]
    pub(super) fn modify(
        &self,
        name: &'static str,
        order: Ordering,
        change: impl FnOnce(T) -> T,
    ) -> T {
        let object = self.object();
        interleave::op(K::Rmw, object, NONE, 0);
        interleave::rmw_message(object, self.bits(), order, None);
        let old = self.value.get();
        let new = change(old);
        self.value.set(new);
        note_modify(object, name, order, [&old, &new]);
        old
    }

    /// Writes and gives the value from before.
    #[track_caller]
    pub fn swap(&self, value: T, order: Ordering) -> T {
        self.modify("swap", order, |_| value)
    }

    /// Writes `new` if the value is `current`.
    ///
    /// # Errors
    /// With the value that is there instead.
    ///
    /// # Panics
    /// If `failure` is `Release` or `AcqRel`.
    #[track_caller]
    pub fn compare_exchange(
        &self,
        current: T,
        new: T,
        success: Ordering,
        failure: Ordering,
    ) -> Result<T, T> {
        refuse_in_load(failure);
        let object = self.object();
        interleave::op(K::Rmw, object, NONE, 0);
        self.exchange(object, current, new, (success, failure), false)
    }

    /// [`compare_exchange`](Atomic::compare_exchange) that may fail for no reason.
    ///
    /// With a budget for spurious failures both ends are explored, so that a use without a loop is found out.
    ///
    /// # Errors
    /// With the value that is there.
    ///
    /// # Panics
    /// If `failure` is `Release` or `AcqRel`.
    #[track_caller]
    pub fn compare_exchange_weak(
        &self,
        current: T,
        new: T,
        success: Ordering,
        failure: Ordering,
    ) -> Result<T, T> {
        refuse_in_load(failure);
        let object = self.object();
        interleave::op(K::Rmw, object, NONE, 0);
        let spurious = self.value.get() == current && interleave::spurious_failure();
        self.exchange(object, current, new, (success, failure), spurious)
    }

    fn exchange(
        &self,
        object: ObjId,
        current: T,
        new: T,
        (success, failure): (Ordering, Ordering),
        spurious: bool,
    ) -> Result<T, T> {
        let old = self.value.get();
        let fails = old != current || spurious;
        interleave::rmw_message(object, self.bits(), success, fails.then_some(failure));
        if fails {
            note_failure(object, &old, &current);
            return Err(old);
        }
        self.value.set(new);
        note_modify(object, "compare_exchange", success, [&old, &new]);
        Ok(old)
    }

    /// Replaces the value by what `update` makes of it, again and again until nobody comes between.
    ///
    /// # Errors
    /// With the value for which `update` gave `None`.
    ///
    /// # Panics
    /// If `fetch` is `Release` or `AcqRel`.
    #[track_caller]
    pub fn fetch_update<F>(&self, set: Ordering, fetch: Ordering, mut update: F) -> Result<T, T>
    where
        F: FnMut(T) -> Option<T>,
    {
        let mut old = self.load(fetch);
        while let Some(new) = update(old) {
            match self.compare_exchange(old, new, set, fetch) {
                Ok(replaced) => return Ok(replaced),
                Err(found) => old = found,
            }
        }
        Err(old)
    }

    /// [`fetch_update`](Atomic::fetch_update) under its newer name.
    ///
    /// # Errors
    /// With the value for which `update` gave `None`.
    ///
    /// # Panics
    /// If `fetch` is `Release` or `AcqRel`.
    #[track_caller]
    pub fn try_update(
        &self,
        set: Ordering,
        fetch: Ordering,
        update: impl FnMut(T) -> Option<T>,
    ) -> Result<T, T> {
        self.fetch_update(set, fetch, update)
    }

    /// [`try_update`](Atomic::try_update) that always has a new value.
    ///
    /// # Panics
    /// If `fetch` is `Release` or `AcqRel`.
    #[track_caller]
    pub fn update(&self, set: Ordering, fetch: Ordering, mut update: impl FnMut(T) -> T) -> T {
        let mut old = self.load(fetch);
        loop {
            match self.compare_exchange(old, update(old), set, fetch) {
                Ok(replaced) => return replaced,
                Err(found) => old = found,
            }
        }
    }

    /// [`compare_exchange`](Atomic::compare_exchange) that gives the old value either way.
    #[deprecated(note = "use `compare_exchange` or `compare_exchange_weak` instead")]
    #[track_caller]
    pub fn compare_and_swap(&self, current: T, new: T, order: Ordering) -> T {
        let failure = match order {
            Relaxed | Release => Relaxed,
            Acquire | AcqRel => Acquire,
            _ => SeqCst,
        };
        match self.compare_exchange(current, new, order, failure) {
            Ok(old) | Err(old) => old,
        }
    }
}

impl<T: Value> From<T> for Atomic<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// Reads `Relaxed`, as in std: a step of the model within an execution.
impl<T: Value> Debug for Atomic<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown().fmt(f)
    }
}

#[track_caller]
fn refuse_in_load(order: Ordering) {
    match order {
        Release => panic!("there is no such thing as a release load"),
        AcqRel => panic!("there is no such thing as an acquire-release load"),
        _ => {}
    }
}

#[track_caller]
fn refuse_in_store(order: Ordering) {
    match order {
        Acquire => panic!("there is no such thing as an acquire store"),
        AcqRel => panic!("there is no such thing as an acquire-release store"),
        _ => {}
    }
}

/// The ordering in the schedule's words; the strongest goes without saying.
pub(super) fn word(order: Ordering) -> &'static str {
    match order {
        Relaxed => "Relaxed",
        Acquire => "Acquire",
        Release => "Release",
        AcqRel => "AcqRel",
        _ => "",
    }
}

fn text(value: &dyn Debug) -> Option<String> {
    Some(format!("{value:?}"))
}

fn note_load(object: ObjId, order: Ordering, newest: &dyn Debug, stale: Option<&dyn Debug>) {
    interleave::happened(|| Action::Read {
        object: object as usize,
        value: text(stale.unwrap_or(newest)),
        newest: stale.and_then(|_| text(newest)),
        ordering: word(order),
    });
}

fn note_store(object: ObjId, order: Ordering, [old, new]: [&dyn Debug; 2]) {
    interleave::happened(|| Action::Write {
        object: object as usize,
        old: text(old),
        new: text(new),
        ordering: word(order),
    });
}

fn note_modify(object: ObjId, method: &'static str, order: Ordering, [old, new]: [&dyn Debug; 2]) {
    interleave::happened(|| Action::Update {
        object: object as usize,
        method,
        old: text(old),
        new: text(new),
        ordering: word(order),
    });
}

fn note_failure(object: ObjId, found: &dyn Debug, expected: &dyn Debug) {
    interleave::happened(|| Action::Refused {
        object: object as usize,
        found: format!("{found:?}"),
        expected: format!("{expected:?}"),
    });
}
