//! The first of the round leads, and the lock is let go before the others are told.

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
        let first = state.0 == 0;
        state.0 += 1;
        if state.0 == self.threads {
            *state = (0, round + 1);
            drop(state);
            self.complete.notify_all();
        } else {
            drop(
                self.complete
                    .wait_while(state, |state| state.1 == round)
                    .unwrap(),
            );
        }
        first
    }
}
