//! verdict: wrong_result
//! Lets everybody in and counts on.

use std::sync::{Condvar, Mutex};
pub struct Semaphore {
    free: Mutex<isize>,
    returned: Condvar,
}
#[must_use = "a permit that is not kept goes back at once"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            free: Mutex::new(permits as isize),
            returned: Condvar::new(),
        }
    }
    pub fn acquire(&self) -> Permit<'_> {
        *self.free.lock().unwrap() -= 1;
        Permit { semaphore: self }
    }
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        Some(self.acquire())
    }
    pub fn available(&self) -> usize {
        (*self.free.lock().unwrap()).max(0) as usize
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.free.lock().unwrap() += 1;
        self.semaphore.returned.notify_one();
    }
}
