//! Counts who is inside, and knows how many may be.

use std::sync::{Condvar, Mutex};
pub struct Semaphore {
    inside: Mutex<usize>,
    permits: usize,
    returned: Condvar,
}
#[must_use = "a permit that is not kept goes back at once"]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            inside: Mutex::new(0),
            permits,
            returned: Condvar::new(),
        }
    }
    pub fn acquire(&self) -> Permit<'_> {
        let mut inside = self.inside.lock().unwrap();
        while *inside >= self.permits {
            inside = self.returned.wait(inside).unwrap();
        }
        *inside += 1;
        drop(inside);
        Permit { semaphore: self }
    }
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut inside = self.inside.lock().unwrap();
        (*inside < self.permits).then(|| {
            *inside += 1;
            Permit { semaphore: self }
        })
    }
    pub fn available(&self) -> usize {
        self.permits - *self.inside.lock().unwrap()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.inside.lock().unwrap() -= 1;
        self.semaphore.returned.notify_one();
    }
}
