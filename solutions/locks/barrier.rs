//! # Barrier: nobody serves before every dish of the table is ready
//!
//! A table of four has ordered four dishes, and they leave the kitchen together. Each cook who is done waits at the pass
//! until all are done. The last one to come rings the bell, and all serve at once. Then the next table begins, at the
//! same pass. A fast cook may be back for the second table while a slow one still walks away from the first.

use std::sync::{Condvar, Mutex};

/// Lets a fixed number of threads go on together, round after round.
pub struct Barrier {
    /// What the threads of this round and the next must agree on.
    state: Mutex<State>,
    /// Announces that a round is complete.
    complete: Condvar,
    /// How many threads make a round.
    threads: usize,
}

/// Protected by the barrier's lock.
struct State {
    /// How many threads of this round have come.
    waiting: usize,
    /// Which round this is. It only grows, so a late sleeper can still tell that its own round is over.
    round: u64,
}

impl Barrier {
    /// A barrier for `threads` threads, at least one.
    pub fn new(threads: usize) -> Barrier {
        Barrier {
            state: Mutex::new(State {
                waiting: 0,
                round: 0,
            }),
            complete: Condvar::new(),
            threads,
        }
    }

    /// Waits for the others. Returns whether this thread is the leader of the round.
    pub fn wait(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        let mine = state.round;
        state.waiting += 1;
        if state.waiting == self.threads {
            state.waiting = 0;
            state.round += 1;
            self.complete.notify_all();
            return true;
        }
        // The decisive line: wait for the end of *my* round. Waiting for a full count would not do, since the count is
        // back at zero, or already counts the next round, when this thread looks again.
        let over = self
            .complete
            .wait_while(state, |state| state.round == mine)
            .unwrap();
        drop(over);
        false
    }
}

// Wrong turns
// - waiting until the count is full: the last one sets it to zero and the others sleep on (wrong/waits_for_the_count.rs).
// - never setting it back: the second round lets everybody through (wrong/not_reusable.rs).
// - `if` in place of a loop: a wake-up without a notification opens the barrier (wrong/if_for_while.rs).
// - `notify_one`: one thread goes on, the others sleep (wrong/notify_one.rs).
