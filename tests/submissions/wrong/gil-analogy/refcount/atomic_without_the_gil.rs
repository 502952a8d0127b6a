//! verdict: wrong_result
//! Counts with atomics in both ways: no reference is lost, and nobody waits for the Gil.

use std::ops::Deref;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering, fence};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub struct Gil {
    lock: Mutex<()>,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    _held: MutexGuard<'a, ()>,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        GilGuard { _held }
    }
}

pub struct Object<F: Fn(u64)> {
    refcount: AtomicUsize,
    value: AtomicU64,
    free: F,
}

impl<F: Fn(u64)> Object<F> {
    pub fn new(value: u64, free: F) -> Object<F> {
        Object {
            refcount: AtomicUsize::new(1),
            value: AtomicU64::new(value),
            free,
        }
    }

    pub fn refcount(&self) -> usize {
        self.refcount.load(Ordering::Relaxed)
    }

    pub fn write(&self, value: u64) {
        self.value.store(value, Ordering::Relaxed);
    }

    pub fn incref(&self, gil: &Gil) {
        let _ = gil;
        self.refcount.fetch_add(1, Ordering::Relaxed);
    }

    pub fn decref(&self, gil: &Gil) {
        let _guard = gil.take();
        let count = self.refcount.load(Ordering::Relaxed) - 1;
        self.refcount.store(count, Ordering::Relaxed);
        if count == 0 {
            (self.free)(self.value.load(Ordering::Relaxed));
        }
    }
}

pub struct Reference<'a, F: Fn(u64)> {
    object: &'a Object<F>,
}

impl<'a, F: Fn(u64)> Reference<'a, F> {
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
        self.object.refcount.fetch_add(1, Ordering::Relaxed);
        Reference {
            object: self.object,
        }
    }
}

impl<F: Fn(u64)> Drop for Reference<'_, F> {
    fn drop(&mut self) {
        if self.object.refcount.fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            (self.object.free)(self.object.value.load(Ordering::Relaxed));
        }
    }
}
