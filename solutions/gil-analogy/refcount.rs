//! # Reference count: who washes the pot
//!
//! There is one big pot of stock. Beside it lies a board with the number of cooks who use it. Who begins adds one, who has
//! finished takes one away, and who makes it nought washes the pot. If a number is lost on the way up, the pot is washed
//! while somebody still cooks. If one is lost on the way down, nobody ever washes it. In this kitchen the rule of one stove
//! keeps the board right. Take the rule away, and the board must keep itself right.

use std::ops::Deref;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering, fence};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The global interpreter lock. By default nobody holds it.
#[derive(Default)]
pub struct Gil {
    /// Held for as long as a guard lives.
    lock: Mutex<()>,
}

/// The right to execute bytecode. The Gil is free again when this is dropped.
#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    /// Lets go when it is dropped.
    _held: MutexGuard<'a, ()>,
}

impl Gil {
    /// Takes the Gil. Waits while another thread holds it.
    pub fn take(&self) -> GilGuard<'_> {
        // A panic under the Gil is no harm to those who come after: the lock holds no data.
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        GilGuard { _held }
    }
}

/// An object of the interpreter. It is made with one reference.
pub struct Object<F: Fn(u64)> {
    /// How many references there are.
    refcount: AtomicUsize,
    /// What the object is for.
    value: AtomicU64,
    /// Frees the object; gets its last value.
    free: F,
}

impl<F: Fn(u64)> Object<F> {
    /// An object to which there is one reference.
    pub fn new(value: u64, free: F) -> Object<F> {
        Object {
            refcount: AtomicUsize::new(1),
            value: AtomicU64::new(value),
            free,
        }
    }

    /// How many references there are, as `sys.getrefcount` says.
    pub fn refcount(&self) -> usize {
        self.refcount.load(Ordering::Relaxed)
    }

    /// Writes the value. Whoever has a reference may.
    pub fn write(&self, value: u64) {
        self.value.store(value, Ordering::Relaxed);
    }

    /// One reference more, counted under the Gil.
    pub fn incref(&self, gil: &Gil) {
        let _guard = gil.take();
        // Two steps, and under the Gil they are one. That is all that CPython does here.
        let count = self.refcount.load(Ordering::Relaxed);
        self.refcount.store(count + 1, Ordering::Relaxed);
    }

    /// One reference less, counted under the Gil. Frees the object if it was the last one.
    pub fn decref(&self, gil: &Gil) {
        let _guard = gil.take();
        let count = self.refcount.load(Ordering::Relaxed) - 1;
        self.refcount.store(count, Ordering::Relaxed);
        // The question is asked under the same Gil as the counting. Under another one two threads could both find 0.
        if count == 0 {
            (self.free)(self.value.load(Ordering::Relaxed));
        }
    }
}

/// A reference to an object that counts itself, without a Gil.
pub struct Reference<'a, F: Fn(u64)> {
    /// What it refers to.
    object: &'a Object<F>,
}

impl<'a, F: Fn(u64)> Reference<'a, F> {
    /// Takes over a reference that is counted already, such as the one with which an object is made.
    pub fn own(object: &'a Object<F>) -> Reference<'a, F> {
        Reference { object }
    }
}

impl<F: Fn(u64)> Deref for Reference<'_, F> {
    type Target = Object<F>;

    fn deref(&self) -> &Object<F> {
        self.object
    }
}

impl<F: Fn(u64)> Clone for Reference<'_, F> {
    fn clone(&self) -> Self {
        // Relaxed is enough on the way up: who clones has a reference, so the object is alive anyway.
        self.object.refcount.fetch_add(1, Ordering::Relaxed);
        Reference {
            object: self.object,
        }
    }
}

impl<F: Fn(u64)> Drop for Reference<'_, F> {
    fn drop(&mut self) {
        // The decisive lines. One operation counts down and says what the count was: only one thread gets the 1. Release
        // sends along what this thread has written, Acquire takes what all the others have sent. `Arc` does the same.
        if self.object.refcount.fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            (self.object.free)(self.object.value.load(Ordering::Relaxed));
        }
    }
}

// Wrong turns
// - a plain `+ 1` and `- 1` without the Gil: a reference is lost (wrong/without_the_gil.rs).
// - the Gil for the reading and once more for the writing: two turns are no step (wrong/two_turns.rs).
// - `fetch_sub`, then a look whether 0 is left: two threads may both see it (wrong/looks_afterwards.rs frees twice).
// - Relaxed on the way down: right on your processor, and the value may be an old one (wrong/relaxed.rs).
// - Release without Acquire: sent, and never taken (wrong/release_only.rs).
