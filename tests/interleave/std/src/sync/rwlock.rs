//! Many readers or one writer.

use super::lock::{Hold, Lock, locked, tried, try_for_debug};
use super::{LockResult, TryLockResult};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::mem::ManuallyDrop;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{RefUnwindSafe, UnwindSafe};
use interleave::{K, NONE, OK, ObjId};

/// A value that many threads may read or one may write.
///
/// No policy is modelled: a waiting writer does not keep new readers out, and a thread that reads twice is not blocked by
/// it. std leaves both open; a program that needs either is not portable.
pub struct RwLock<T: ?Sized> {
    lock: Lock,
    value: UnsafeCell<T>,
}

// SAFETY: the engine grants the lock to one writer or to readers only, so that `&T` is shared and `T` moves.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

impl<T> RwLock<T> {
    /// An open lock around `value`.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        RwLock {
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

impl<T: ?Sized> RwLock<T> {
    fn object(&self) -> ObjId {
        let value = self.value.get();
        // SAFETY: only the size is taken, which is stored beside the pointer.
        let size = size_of_val(unsafe { &*value });
        self.lock.object(OK::RwLock, value.cast(), size)
    }

    /// Blocks until no writer holds the lock, and reads.
    ///
    /// # Errors
    /// If a writer panicked while it held the lock; the error holds the guard.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        interleave::op(K::Read, self.object(), NONE, 0);
        self.lock.checked(RwLockReadGuard::new(self))
    }

    /// Blocks until nobody holds the lock, and writes.
    ///
    /// # Errors
    /// If a writer panicked while it held the lock; the error holds the guard.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        interleave::op(K::Write, self.object(), NONE, 0);
        self.lock.checked(RwLockWriteGuard::new(self))
    }

    /// Reads if no writer holds the lock.
    ///
    /// # Errors
    /// `WouldBlock` if one does; `Poisoned` as for [`read`](RwLock::read).
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let free = interleave::op(K::TryRead, self.object(), NONE, 0) == 1;
        tried(&self.lock, free.then(|| RwLockReadGuard::new(self)))
    }

    /// Writes if nobody holds the lock.
    ///
    /// # Errors
    /// `WouldBlock` if somebody does; `Poisoned` as for [`write`](RwLock::write).
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let free = interleave::op(K::TryWrite, self.object(), NONE, 0) == 1;
        tried(&self.lock, free.then(|| RwLockWriteGuard::new(self)))
    }

    /// Whether a writer panicked while it held the lock.
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

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// Tries to read, as in std: a step of the model within an execution.
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("RwLock");
        if !interleave::active() {
            // SAFETY: outside an execution no model thread lives that could write.
            text.field("data", &unsafe { &*self.value.get() });
        } else if try_for_debug(K::TryRead, self.object()) {
            text.field("data", &&*RwLockReadGuard::new(self));
        } else {
            text.field("data", &locked());
        }
        text.field("poisoned", &self.lock.shows_poison())
            .finish_non_exhaustive()
    }
}

/// The right to read, held until this is dropped. Not `Send`.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    hold: Hold,
}

// SAFETY: a shared guard gives shared references only, which `T: Sync` allows.
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    #[track_caller]
    fn new(lock: &'a RwLock<T>) -> Self {
        RwLockReadGuard {
            lock,
            hold: Hold::new(),
        }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: while this guard lives the engine grants no writer.
        unsafe { &*self.lock.value.get() }
    }
}

/// A reader's panic does not poison: it cannot have left the value half changed.
impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        if interleave::active() {
            self.hold.release(K::RUnlock, self.lock.object());
        }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// The right to write, held until this is dropped. Not `Send`.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    hold: Hold,
}

// SAFETY: a shared guard gives shared references only, which `T: Sync` allows.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    #[track_caller]
    fn new(lock: &'a RwLock<T>) -> Self {
        RwLockWriteGuard {
            lock,
            hold: Hold::new(),
        }
    }

    /// Turns the right to write into a right to read, with no moment at which another writer could come in.
    #[track_caller]
    pub fn downgrade(s: Self) -> RwLockReadGuard<'a, T> {
        let lock = ManuallyDrop::new(s).lock;
        interleave::op(K::Downgrade, lock.object(), NONE, 0);
        RwLockReadGuard::new(lock)
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: the guard is the proof that this thread holds the lock alone.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard is the proof that this thread holds the lock alone, and it is borrowed uniquely.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        if interleave::active() {
            self.hold
                .release_and_poison(&self.lock.lock, K::WUnlock, self.lock.object());
        }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
