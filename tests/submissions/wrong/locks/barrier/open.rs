//! verdict: wrong_result
//! Waits for nobody; the first of each round leads.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Barrier {
    came: AtomicUsize,
    threads: usize,
}

impl Barrier {
    pub fn new(threads: usize) -> Barrier {
        Barrier {
            came: AtomicUsize::new(0),
            threads,
        }
    }

    pub fn wait(&self) -> bool {
        self.came.fetch_add(1, SeqCst) % self.threads == 0
    }
}
