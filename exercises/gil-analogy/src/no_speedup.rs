//! # No speed-up: many cooks, one stove, the same evening
//!
//! The dishes of the evening need the stove for an hour, minute by minute. The chef hires a second cook, and a third. Each
//! takes a dish, and they take turns at the stove. They all look busy. But the stove has one place, and the kitchen has
//! one Gil: the last dish is done when all the minutes are over, however many cooks there are. The clock of the stove
//! shows it.
//!
//! **In Python** this is why threads do not make a computation faster: bytecode is executed under the GIL, one thread at a
//! time. In Rust threads have no such lock, and run on all cores. Here one is built in, so that you can count what it
//! costs.
//!
//! **Your task**
//! 1. `cook`: executes so many bytecodes, and calls `work` for each. Both happen under the Gil. Between two bytecodes the
//!    Gil is free, so that others get their turn. Returns what the clock shows after the last one.
//! 2. `cook_all`: a thread for each dish, all under way at the same time. Returns when each dish was done, in the order
//!    of the dishes.
//! 3. `table`: divides `minutes` of work among so many cooks, as evenly as whole minutes allow. One line says when the
//!    last one is done with one stove for all, and when with a stove for each. For 12 minutes and 1, 2 or 5 cooks:
//!
//!    ```text
//!    cooks | one stove | a stove each
//!        1 |        12 |           12
//!        2 |        12 |            6
//!        5 |        12 |            3
//!    ```
//!
//! **Leave alone:** the signatures, `Gil`, `State`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The global interpreter lock. By default nobody holds it.
#[derive(Default)]
pub struct Gil {
    /// Held for as long as a guard lives.
    lock: Mutex<()>,
}

/// The right to execute bytecode. The Gil is free again when this is dropped.
#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    /// Lets go when it is dropped.
    _held: MutexGuard<'a, ()>,
}

impl Gil {
    /// Takes the Gil. Waits while another thread holds it.
    pub fn take(&self) -> GilGuard<'_> {
        // A panic under the Gil is no harm to those who come after: the lock holds no data.
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        GilGuard { _held }
    }
}

/// What all threads of an interpreter share: here the clock of the stove. It begins with 0.
#[derive(Debug, Default)]
pub struct State {
    /// For how many minutes the stove was in use. Only who holds the Gil may touch it.
    clock: AtomicU64,
}

impl State {
    /// Executes one bytecode: one minute at the stove. Returns what the clock shows then.
    pub fn execute(&self) -> u64 {
        let now = self.clock.load(Ordering::Relaxed) + 1;
        self.clock.store(now, Ordering::Relaxed);
        now
    }
}

/// A state, and the Gil that all of its threads share.
#[derive(Default)]
pub struct Interpreter {
    /// The key of the stove.
    gil: Gil,
    /// The stove.
    state: State,
}

impl Interpreter {
    /// Cooks a dish that needs so many minutes at the stove, at least 1. Calls `work` in each of them. Returns what the
    /// clock shows when the dish is done.
    pub fn cook(&self, minutes: u64, work: impl Fn()) -> u64 {
        // TODO 1: for each minute the Gil, the work, one bytecode.
        let _ = (&self.gil, &self.state, work);
        todo!("cook for {minutes} minutes")
    }
}

/// Cooks all the `dishes` at one stove, each in a thread of its own. A dish is the minutes that it needs. Calls
/// `work(dish)` in each minute. Returns when each dish was done.
pub fn cook_all(stove: &Interpreter, dishes: &[u64], work: impl Fn(usize) + Sync) -> Vec<u64> {
    // TODO 2: who starts when, and who is waited for when?
    let _ = (stove, work);
    todo!("cook dishes of {dishes:?} minutes")
}

/// Compares one stove for all with a stove for each, for each number of `cooks`. All of them are at least 1, and none is
/// larger than `minutes`.
pub fn table(minutes: u64, cooks: &[u64]) -> String {
    // TODO 3: let `cook_all` tell the minutes of one stove.
    todo!("divide {minutes} minutes among {cooks:?} cooks")
}
