//! verdict: livelock
//! Looks at the count again and again where it should sleep.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

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
        let number = self.came.fetch_add(1, SeqCst);
        let full = (number / self.threads + 1) * self.threads;
        while self.came.load(SeqCst) < full {
            thread::yield_now();
        }
        number + 1 == full
    }
}
