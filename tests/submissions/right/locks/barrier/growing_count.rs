//! The count only grows; a round is over when it has reached the next multiple.

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    state: Mutex<(usize, u64)>,
    complete: Condvar,
    threads: usize,
}

impl Barrier {
    pub fn new(threads: usize) -> Barrier {
        Barrier {
            state: Mutex::new((0, 0)),
            complete: Condvar::new(),
            threads,
        }
    }

    pub fn wait(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        let number = state.0;
        state.0 += 1;
        let full = (number / self.threads + 1) * self.threads;
        if state.0 == full {
            self.complete.notify_all();
            return true;
        }
        while state.0 < full {
            state = self.complete.wait(state).unwrap();
        }
        false
    }
}
