//! `thread_local!`: one value for each model thread of each execution.

use ::std::cell::{Cell, RefCell};
use ::std::fmt;

/// The key to a thread-local value. Made by [`thread_local!`](crate::thread_local) only.
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
    /// A `static` of the macro's, whose address tells this key from the others.
    key: &'static u8,
}

/// The value of this thread has been destroyed already.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccessError;

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("already destroyed")
    }
}

impl ::std::error::Error for AccessError {}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn __new(init: fn() -> T, key: &'static u8) -> Self {
        LocalKey { init, key }
    }

    fn address(&self) -> usize {
        ::std::ptr::from_ref(self.key).addr()
    }

    /// Calls `f` with this thread's value, made first where there is none.
    ///
    /// # Errors
    /// If the value has been destroyed.
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        self.try_with_or(self.init, f)
    }

    fn try_with_or<R>(
        &self,
        init: impl FnOnce() -> T,
        f: impl FnOnce(&T) -> R,
    ) -> Result<R, AccessError> {
        let address = self.address();
        if interleave::local(address).is_none() {
            let value = Box::new(init());
            // the initialiser may have used the key itself: then its value stays
            if interleave::local(address).is_none() {
                interleave::local_init(address, value);
            }
        }
        let Some(Some(value)) = interleave::local(address) else {
            return Err(AccessError);
        };
        // SAFETY: the engine keeps the box until its thread ends, this is that thread, and it is past no end while `f`
        // runs. Only shared references to it are ever made.
        let value = unsafe { &*value };
        Ok(f(value
            .downcast_ref::<T>()
            .expect("the key's address has one type")))
    }

    /// Calls `f` with this thread's value, made first where there is none.
    ///
    /// # Panics
    /// If the value has been destroyed.
    #[track_caller]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.try_with(f).unwrap_or_else(|error| destroyed(error))
    }

    /// Puts `value` where there is none yet, without running the initialiser; gives it back otherwise.
    fn first(&self, value: T) -> Option<T> {
        let mut left = Some(value);
        self.try_with_or(|| left.take().expect("set once"), |_| ())
            .unwrap_or_else(|error| destroyed(error));
        left
    }
}

#[track_caller]
fn destroyed(error: AccessError) -> ! {
    panic!("cannot access a Thread Local Storage value during or after destruction: {error:?}")
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value, without running the initialiser.
    pub fn set(&'static self, value: T) {
        if let Some(value) = self.first(Cell::new(value)) {
            self.with(|cell| cell.set(value.into_inner()));
        }
    }

    /// A copy of the value.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    /// Takes the value and leaves the default.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    /// Takes the value and leaves another.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Calls `f` with the value, borrowed.
    ///
    /// # Panics
    /// If it is borrowed mutably.
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Calls `f` with the value, borrowed mutably.
    ///
    /// # Panics
    /// If it is borrowed.
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Sets the value, without running the initialiser.
    ///
    /// # Panics
    /// If it is borrowed.
    pub fn set(&'static self, value: T) {
        if let Some(value) = self.first(RefCell::new(value)) {
            self.with(|cell| *cell.borrow_mut() = value.into_inner());
        }
    }

    /// Takes the value and leaves the default.
    ///
    /// # Panics
    /// If it is borrowed.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    /// Takes the value and leaves another.
    ///
    /// # Panics
    /// If it is borrowed.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

/// Declares thread-local values: as in std, but one for each model thread of each execution.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attribute:meta])* $vis:vis static $name:ident : $type:ty = const $init:block $(; $($rest:tt)*)?) => {
        $crate::thread_local!($(#[$attribute])* $vis static $name: $type = { const INIT: $type = $init; INIT } $(; $($rest)*)?);
    };
    ($(#[$attribute:meta])* $vis:vis static $name:ident : $type:ty = $init:expr $(; $($rest:tt)*)?) => {
        $(#[$attribute])* $vis const $name: $crate::thread::LocalKey<$type> = {
            fn __init() -> $type { $init }
            static __KEY: u8 = 0;
            $crate::thread::LocalKey::__new(__init, &__KEY)
        };
        $($crate::thread_local!($($rest)*);)?
    };
}
