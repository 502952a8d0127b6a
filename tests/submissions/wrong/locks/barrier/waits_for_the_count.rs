//! verdict: deadlock
//! Waits until the count is full, and the last one empties it.

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
        state.0 += 1;
        if state.0 == self.threads {
            state.0 = 0;
            self.complete.notify_all();
            return true;
        }
        while state.0 < self.threads {
            state = self.complete.wait(state).unwrap();
        }
        false
    }
}
