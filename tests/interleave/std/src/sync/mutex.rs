//! Mutual exclusion.

use super::lock::{Hold, Lock, locked, tried, try_for_debug};
use super::{LockResult, TryLockResult};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{RefUnwindSafe, UnwindSafe};
use interleave::{K, NONE, OK, ObjId};

/// A value that one thread at a time may touch. Locking it twice in one thread is a deadlock, always.
pub struct Mutex<T: ?Sized> {
    pub(super) lock: Lock,
    value: UnsafeCell<T>,
}

// SAFETY: the engine grants the lock to one thread at a time, so that the value is only moved between threads.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

impl<T> Mutex<T> {
    /// An open lock around `value`.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Mutex {
            lock: Lock::new(),
            value: UnsafeCell::new(value),
        }
    }

    /// The value, the lock being given up.
    ///
    /// # Errors
    /// If the lock is poisoned; the error holds the value.
    pub fn into_inner(self) -> LockResult<T> {
        self.lock.checked(self.value.into_inner())
    }
}

impl<T: ?Sized> Mutex<T> {
    pub(super) fn object(&self) -> ObjId {
        let value = self.value.get();
        // SAFETY: only the size is taken, which is stored beside the pointer.
        let size = size_of_val(unsafe { &*value });
        self.lock.object(OK::Mutex, value.cast(), size)
    }

    /// Blocks until the lock is free, and takes it.
    ///
    /// # Errors
    /// If a thread panicked while it held the lock; the error holds the guard.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        interleave::op(K::Lock, self.object(), NONE, 0);
        self.locked()
    }

    /// Takes the lock if it is free.
    ///
    /// # Errors
    /// `WouldBlock` if it is not; `Poisoned` as for [`lock`](Mutex::lock).
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let free = interleave::op(K::TryLock, self.object(), NONE, 0) == 1;
        tried(&self.lock, free.then(|| MutexGuard::new(self)))
    }

    /// The guard of a lock that was granted just now.
    #[track_caller]
    pub(super) fn locked(&self) -> LockResult<MutexGuard<'_, T>> {
        self.lock.checked(MutexGuard::new(self))
    }

    /// Whether a thread panicked while it held the lock.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        self.lock.is_poisoned(|| self.object())
    }

    /// Declares the value to be in order again.
    #[track_caller]
    pub fn clear_poison(&self) {
        self.lock.clear_poison(|| self.object());
    }

    /// A unique reference, which needs no locking.
    ///
    /// # Errors
    /// If the lock is poisoned; the error holds the reference.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.lock.checked(self.value.get_mut())
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// Tries the lock, as in std: a step of the model within an execution.
impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Mutex");
        if !interleave::active() {
            // SAFETY: outside an execution no model thread lives that could hold the lock.
            text.field("data", &unsafe { &*self.value.get() });
        } else if try_for_debug(K::TryLock, self.object()) {
            text.field("data", &&*MutexGuard::new(self));
        } else {
            text.field("data", &locked());
        }
        text.field("poisoned", &self.lock.shows_poison())
            .finish_non_exhaustive()
    }
}

/// The lock, held until this is dropped. Not `Send`: the thread that locked unlocks.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    pub(super) mutex: &'a Mutex<T>,
    hold: Hold,
}

// SAFETY: a shared guard gives shared references only, which `T: Sync` allows.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    #[track_caller]
    fn new(mutex: &'a Mutex<T>) -> Self {
        MutexGuard {
            mutex,
            hold: Hold::new(),
        }
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: the guard is the proof that this thread holds the lock.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard is the proof that this thread holds the lock, and it is borrowed uniquely.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        if interleave::active() {
            self.hold
                .release_and_poison(&self.mutex.lock, K::Unlock, self.mutex.object());
        }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
