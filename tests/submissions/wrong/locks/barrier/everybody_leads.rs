//! verdict: wrong_result
//! Everybody is told to lead.

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
        let round = state.1;
        state.0 += 1;
        if state.0 == self.threads {
            state.0 = 0;
            state.1 += 1;
            self.complete.notify_all();
            return true;
        }
        while state.1 == round {
            state = self.complete.wait(state).unwrap();
        }
        true
    }
}
