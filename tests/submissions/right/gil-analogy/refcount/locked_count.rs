//! The count has a lock of its own, which both ways use.

use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
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
    refcount: Mutex<usize>,
    value: AtomicU64,
    free: F,
}

impl<F: Fn(u64)> Object<F> {
    pub fn new(value: u64, free: F) -> Object<F> {
        Object {
            refcount: Mutex::new(1),
            value: AtomicU64::new(value),
            free,
        }
    }

    pub fn refcount(&self) -> usize {
        *self.refcount.lock().unwrap()
    }

    pub fn write(&self, value: u64) {
        self.value.store(value, Ordering::Relaxed);
    }

    pub fn incref(&self, gil: &Gil) {
        let _guard = gil.take();
        *self.refcount.lock().unwrap() += 1;
    }

    pub fn decref(&self, gil: &Gil) {
        let _guard = gil.take();
        self.count_down();
    }

    fn count_down(&self) {
        let mut count = self.refcount.lock().unwrap();
        *count -= 1;
        if *count == 0 {
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
        *self.object.refcount.lock().unwrap() += 1;
        Reference {
            object: self.object,
        }
    }
}

impl<F: Fn(u64)> Drop for Reference<'_, F> {
    fn drop(&mut self) {
        self.object.count_down();
    }
}
