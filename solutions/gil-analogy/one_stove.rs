//! # One stove: whoever holds the Gil may cook
//!
//! This kitchen has many cooks and one stove. A rule hangs on the wall: only who holds the key of the stove may cook. The
//! key is called the Gil, the global interpreter lock. A cook takes the key, does one step of the recipe, and hangs the
//! key back. Whoever finds the hook empty waits there, asleep. If a cook burns a finger and runs away, the key must hang on
//! the hook all the same, or nobody cooks any more.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex};

/// One step of the interpreter. `counter += n` is three of them: `Load`, `Add(n)`, `Store`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    /// Takes the counter's value into the hand.
    Load,
    /// Adds a number to what is in the hand.
    Add(u64),
    /// Writes what is in the hand into the counter.
    Store,
}

/// What all threads of an interpreter share: here one global variable. It begins with 0.
#[derive(Debug, Default)]
pub struct State {
    /// The variable `counter`. Only who holds the Gil may touch it, and nothing but the Gil sees to that.
    counter: AtomicU64,
}

impl State {
    /// Does one bytecode. `hand` belongs to the thread: it is the top of its evaluation stack.
    pub fn execute(&self, bytecode: Bytecode, hand: &mut u64) {
        match bytecode {
            // Relaxed is enough under the Gil: who takes it sees all that was done before it was dropped.
            Bytecode::Load => *hand = self.counter.load(Ordering::Relaxed),
            Bytecode::Add(n) => *hand += n,
            Bytecode::Store => self.counter.store(*hand, Ordering::Relaxed),
        }
    }
}

/// The global interpreter lock: the key of the stove. By default nobody holds it.
#[derive(Default)]
pub struct Gil {
    /// Whether a thread holds it.
    held: Mutex<bool>,
    /// Announces that it was dropped.
    dropped: Condvar,
}

/// The right to execute bytecode. The Gil is free again when this is dropped.
#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    /// What is dropped with it.
    gil: &'a Gil,
}

impl Gil {
    /// Takes the Gil. Waits while another thread holds it.
    pub fn take(&self) -> GilGuard<'_> {
        let held = self.held.lock().unwrap();
        let mut held = self.dropped.wait_while(held, |held| *held).unwrap();
        // The decisive line: the mark stays when the mutex is let go. The mutex protects the mark for a moment, the mark
        // says for as long as the guard lives that the stove is in use.
        *held = true;
        GilGuard { gil: self }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        // `drop` runs on every way out, a panic too. Nobody cooks under the mutex, so no panic ever poisons it.
        *self.gil.held.lock().unwrap() = false;
        self.gil.dropped.notify_one();
    }
}

/// A state, and the Gil that all of its threads share.
#[derive(Default)]
pub struct Interpreter {
    /// The key of the stove.
    pub gil: Gil,
    /// What is on the stove.
    pub state: State,
}

impl Interpreter {
    /// Executes one bytecode of a thread under the Gil.
    pub fn execute(&self, bytecode: Bytecode, hand: &mut u64) {
        // The name matters: `let _ =` would drop the guard before the step is done.
        let _guard = self.gil.take();
        self.state.execute(bytecode, hand);
    }
}

// Wrong turns
// - a guard that guards nothing: all cook at once (wrong/no_guard.rs).
// - `let _ = self.gil.take()`: the key is back on the hook before the step is done (wrong/released_early.rs).
// - a `MutexGuard` and `unwrap`: the first panic under the Gil is everybody's (wrong/poisoned.rs).
// - hanging it back without a word: those who wait sleep on (wrong/tells_nobody.rs).
