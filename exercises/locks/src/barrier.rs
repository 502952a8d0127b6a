//! # Barrier: nobody serves before every dish of the table is ready
//!
//! A table of four has ordered four dishes, and they leave the kitchen together. Each cook who is done waits at the pass
//! until all are done. The last one to come rings the bell, and all serve at once. Then the next table begins, at the
//! same pass. A fast cook may be back for the second table while a slow one still walks away from the first.
//!
//! **In Python** this is `threading.Barrier(n)`: `wait()` returns a number, and who gets 0 is the leader. Here you build
//! it from a lock and a condition variable. The difficult word is *again*: the barrier must be ready for the next round
//! while the last round's threads are still leaving.
//!
//! **Your task**
//! 1. `new`: a barrier for a fixed number of threads.
//! 2. `wait`: sleeps until that many threads have come in this round. Then all of them go on.
//! 3. `wait` returns `true` to exactly one thread of each round, the leader, and `false` to the others.
//!
//! Who waits sleeps. A wait may end although nobody notified.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

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
}

impl Barrier {
    /// A barrier for `threads` threads, at least one.
    pub fn new(threads: usize) -> Barrier {
        // TODO 1: nobody has come yet. What else must a thread know to tell this round from the next?
        todo!("a barrier for {threads} threads")
    }

    /// Waits for the others. Returns whether this thread is the leader of the round.
    pub fn wait(&self) -> bool {
        // TODO 2: count this thread, then wait for the end of the round.
        // TODO 3: the last one to come ends the round, and is its leader.
        let _ = self.state.lock().map(|state| state.waiting);
        let _ = &self.complete;
        todo!("wait until {} threads have come", self.threads)
    }
}
