//! # No speed-up: many cooks, one stove, the same evening
//!
//! The dishes of the evening need the stove for an hour, minute by minute. The chef hires a second cook, and a third. Each
//! takes a dish, and they take turns at the stove. They all look busy. But the stove has one place, and the kitchen has
//! one Gil: the last dish is done when all the minutes are over, however many cooks there are. The clock of the stove
//! shows it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

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
        let minute = |_| {
            // The decisive line: all that a minute does is done under the Gil, and the guard ends with the minute. Work
            // outside of it would not be Python's; a guard around the loop would let nobody in before the dish is done.
            let _guard = self.gil.take();
            work();
            self.state.execute()
        };
        (0..minutes).map(minute).last().unwrap_or_default()
    }
}

/// Cooks all the `dishes` at one stove, each in a thread of its own. A dish is the minutes that it needs. Calls
/// `work(dish)` in each minute. Returns when each dish was done.
pub fn cook_all(stove: &Interpreter, dishes: &[u64], work: impl Fn(usize) + Sync) -> Vec<u64> {
    let work = &work;
    thread::scope(|scope| {
        // Collected, so that all have started before the first is waited for.
        let cooks: Vec<_> = (dishes.iter().enumerate())
            .map(|(dish, &minutes)| scope.spawn(move || stove.cook(minutes, || work(dish))))
            .collect();
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}

/// Compares one stove for all with a stove for each, for each number of `cooks`. All of them are at least 1, and none is
/// larger than `minutes`.
pub fn table(minutes: u64, cooks: &[u64]) -> String {
    let mut table = String::from("cooks | one stove | a stove each\n");
    for &cooks in cooks {
        // The first ones take a minute more if the work does not divide evenly: no minute is lost.
        let shares: Vec<u64> = (0..cooks)
            .map(|cook| minutes / cooks + u64::from(cook < minutes % cooks))
            .collect();
        let done = cook_all(&Interpreter::default(), &shares, |_| ());
        let one_stove = done.into_iter().max().unwrap_or_default();
        let a_stove_each = minutes.div_ceil(cooks);
        table += &format!("{cooks:5} | {one_stove:9} | {a_stove_each:12}\n");
    }
    table
}

// Wrong turns
// - the work outside the Gil, the clock inside: two at one stove (wrong/works_outside.rs).
// - the Gil for a whole dish: nobody takes turns, and a short dish waits for a long one (wrong/one_hold_a_dish.rs).
// - each cook's own minutes in place of the stove's: as if there were a stove for each (wrong/own_minutes.rs).
// - `join` in the loop that starts: the cooks never meet, and the clock cannot tell (wrong/join_in_loop.rs).
