//! # Reference count: who washes the pot
//!
//! There is one big pot of stock. Beside it lies a board with the number of cooks who use it. Who begins adds one, who has
//! finished takes one away, and who makes it nought washes the pot. If a number is lost on the way up, the pot is washed
//! while somebody still cooks. If one is lost on the way down, nobody ever washes it. In this kitchen the rule of one stove
//! keeps the board right. Take the rule away, and the board must keep itself right.
//!
//! | ann                | bob                | board |
//! | ------------------ | ------------------ | ----- |
//! | reads 2            |                    | 2     |
//! |                    | reads 2            | 2     |
//! | writes 1           |                    | 1     |
//! |                    | writes 1           | 1: nobody is left, and nobody washes |
//!
//! **In Python** every object has such a count, `ob_refcnt`, and `Py_DECREF` is a plain `--`: the GIL makes it one step.
//! Each call must stand in its place by hand. In Rust `Clone` counts up and `Drop` counts down, so nobody forgets; and
//! the count of an `Arc` is atomic, so no Gil is needed.
//!
//! **Your task**
//! 1. `Object::incref` and `decref`: with the Gil in hand, from reading to writing. The last `decref` frees the object.
//! 2. `Clone` and `Drop` of `Reference`: the same without any Gil. The last drop frees the object.
//! 3. Freed means: `free` is called once, with the value that was written last. Nobody has a reference any more then.
//!
//! While threads share an object, they all count in one of the two ways. What a thread wrote before it let go of its
//! reference must be seen by the thread that frees. The value itself promises nothing about that: the count must.
//!
//! **Leave alone:** `Gil`, the signatures, the value with `write`, and the folder `tests/`. The count is yours.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::ops::Deref;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
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
        // TODO 1
        let _ = gil;
        todo!("count from {} up", self.refcount())
    }

    /// One reference less, counted under the Gil. Frees the object if it was the last one.
    pub fn decref(&self, gil: &Gil) {
        // TODO 1: and how do you know that it was the last one?
        let _ = (gil, &self.value, &self.free);
        todo!("count from {} down", self.refcount())
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
        // TODO 2
        todo!("count from {} up, without a Gil", self.refcount())
    }
}

impl<F: Fn(u64)> Drop for Reference<'_, F> {
    fn drop(&mut self) {
        // TODO 2 and 3: which `Ordering` shows to the last one what the others have written?
    }
}
