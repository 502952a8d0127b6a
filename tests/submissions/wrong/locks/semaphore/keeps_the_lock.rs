//! verdict: serial
//! The permit is the guard itself: one at a time, however many permits there are.

use std::sync::{Mutex, MutexGuard};

pub struct Semaphore {
    permits: usize,
    lock: Mutex<()>,
}

#[must_use]
pub struct Permit<'a> {
    _guard: MutexGuard<'a, ()>,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            permits,
            lock: Mutex::new(()),
        }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let guard = self.lock.lock().unwrap();
        Permit { _guard: guard }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let guard = self.lock.try_lock().ok()?;
        Some(Permit { _guard: guard })
    }

    pub fn available(&self) -> usize {
        self.permits - usize::from(self.lock.try_lock().is_err())
    }
}
