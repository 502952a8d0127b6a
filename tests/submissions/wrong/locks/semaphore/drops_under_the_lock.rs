//! verdict: deadlock
//! Makes the permit first: a refusal drops it while the lock is held.

use std::sync::{Condvar, Mutex};
pub struct Semaphore {
    free: Mutex<usize>,
    returned: Condvar,
}
#[must_use = "a permit that is not kept goes back at once"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            free: Mutex::new(permits),
            returned: Condvar::new(),
        }
    }
    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.free.lock().unwrap();
        while *free == 0 {
            free = self.returned.wait(free).unwrap();
        }
        *free -= 1;
        Permit { semaphore: self }
    }
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.free.lock().unwrap();
        let permit = Permit { semaphore: self };
        if *free == 0 {
            return None;
        }
        *free -= 1;
        Some(permit)
    }
    pub fn available(&self) -> usize {
        *self.free.lock().unwrap()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.free.lock().unwrap() += 1;
        self.semaphore.returned.notify_one();
    }
}
