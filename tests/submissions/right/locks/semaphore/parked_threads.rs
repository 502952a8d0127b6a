//! Who waits parks; who gives back unparks the first in line.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};
use std::thread::{self, Thread};

#[derive(Default)]
struct Hook {
    free: usize,
    parked: VecDeque<Thread>,
}

pub struct Semaphore(Mutex<Hook>);

#[must_use]
pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore(Mutex::new(Hook {
            free: permits,
            ..Hook::default()
        }))
    }

    fn hook(&self) -> MutexGuard<'_, Hook> {
        self.0.lock().unwrap()
    }

    pub fn acquire(&self) -> Permit<'_> {
        loop {
            if let Some(permit) =
                self.try_acquire_or(|hook| hook.parked.push_back(thread::current()))
            {
                return permit;
            }
            thread::park();
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.try_acquire_or(|_| ())
    }

    fn try_acquire_or(&self, otherwise: impl FnOnce(&mut Hook)) -> Option<Permit<'_>> {
        let mut hook = self.hook();
        if hook.free == 0 {
            otherwise(&mut hook);
            return None;
        }
        hook.free -= 1;
        Some(Permit(self))
    }

    pub fn available(&self) -> usize {
        self.hook().free
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut hook = self.0.hook();
        hook.free += 1;
        for thread in hook.parked.drain(..) {
            thread.unpark();
        }
    }
}
