//! `std::cell` with an [`UnsafeCell`] that notices data races.

pub use ::std::cell::*;

use interleave::{Id, K, NONE, OK};

/// The core of interior mutability, watched for data races.
///
/// Other than std's, each [`get`](UnsafeCell::get) counts as an access at that moment, a write for all that is known. Two
/// accesses that happens-before does not order are a data race, and the second one panics. The layout is not that of
/// `T`: do not transmute.
pub struct UnsafeCell<T: ?Sized> {
    id: Id,
    value: ::std::cell::UnsafeCell<T>,
}

impl<T> UnsafeCell<T> {
    /// Wraps `value`.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        let id = Id::new();
        let value = ::std::cell::UnsafeCell::new(value);
        UnsafeCell { id, value }
    }

    /// Unwraps the value. Owning the cell proves that nobody else is there.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    /// A pointer to the value; the access that it is for counts as made here.
    ///
    /// # Panics
    /// If another thread's access is not ordered before this one.
    #[track_caller]
    pub fn get(&self) -> *mut T {
        announce_access(&self.id);
        self.value.get()
    }

    /// A unique reference, which needs no check.
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// A pointer to the value from a pointer to the cell. Accesses through it are not seen by the model.
    #[allow(
        clippy::not_unsafe_ptr_arg_deref,
        reason = "std's signature; nothing is read"
    )]
    pub const fn raw_get(this: *const Self) -> *mut T {
        // SAFETY: as in std, `this` points to a cell; `&raw` makes no reference, so the value need not be initialised.
        unsafe { ::std::cell::UnsafeCell::raw_get(&raw const (*this).value) }
    }
}

#[track_caller]
fn announce_access(id: &Id) {
    if !interleave::active() {
        return;
    }
    let object = id.get(OK::Cell);
    interleave::op(K::Access, object, NONE, 0);
    if !interleave::access(object) {
        panic!(
            "data race: this access is not ordered after another thread's access to the same UnsafeCell"
        );
    }
}

impl<T: Default> Default for UnsafeCell<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for UnsafeCell<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized> ::std::fmt::Debug for UnsafeCell<T> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UnsafeCell").finish_non_exhaustive()
    }
}
