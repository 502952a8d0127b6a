//! # The Gil is not a lock: one plate less, by the rules
//!
//! The rule is kept: only who holds the Gil may cook, and it goes back after every step. To count a plate takes three steps.
//! A cook looks at the board, adds one in the head, and writes. Between two of these steps another cook may have the Gil,
//! look, add and write. Nobody broke a rule, and a plate is missing. The Gil protects the stove. It does not protect your
//! sums.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One step of the interpreter.
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
            Bytecode::Load => *hand = self.counter.load(Ordering::Relaxed),
            Bytecode::Add(n) => *hand += n,
            Bytecode::Store => self.counter.store(*hand, Ordering::Relaxed),
        }
    }
}

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

/// A state, the Gil that all of its threads share, and a lock of the program that runs in it.
#[derive(Default)]
pub struct Interpreter {
    /// Whoever executes a bytecode holds it.
    pub gil: Gil,
    /// What the bytecodes work on.
    pub state: State,
    /// What Python calls a `threading.Lock`. The interpreter does not know what it is for.
    lock: Mutex<()>,
}

impl Interpreter {
    /// Executes the bytecodes of a thread, each of them under the Gil.
    pub fn run(&self, code: &[Bytecode]) {
        let mut hand = 0;
        for &bytecode in code {
            // A hold for each bytecode. One hold for all of them would look like a mend; no interpreter does that, and a
            // loop of a second would stop everybody for a second.
            let _guard = self.gil.take();
            self.state.execute(bytecode, &mut hand);
        }
    }

    /// Executes the bytecodes of a thread. No other `run_locked` comes in between.
    pub fn run_locked(&self, code: &[Bytecode]) {
        // The decisive line: a lock of the program's own, around all that belongs together, and taken without the Gil in hand.
        // To wait for it with the Gil would be a deadlock: who has it needs the Gil to get on.
        let _lock = self.lock.lock().unwrap();
        self.run(code);
    }
}

/// The bytecodes of `counter += n`.
pub fn plus_equals(n: u64) -> Vec<Bytecode> {
    vec![Bytecode::Load, Bytecode::Add(n), Bytecode::Store]
}

/// An order of the bytecodes of thread 0, `counter += first`, and thread 1, `counter += second`, after which `first` is
/// lost.
pub fn losing_order(first: u64, second: u64) -> Vec<(usize, Bytecode)> {
    vec![
        (1, Bytecode::Load),
        // Thread 1 has seen the counter, and nothing that thread 0 does now is seen by it any more.
        (0, Bytecode::Load),
        (0, Bytecode::Add(first)),
        (0, Bytecode::Store),
        (1, Bytecode::Add(second)),
        (1, Bytecode::Store),
    ]
}

// Wrong turns
// - believing that the Gil suffices: each bytecode is whole, the three are not (wrong/the_gil_suffices.rs).
// - keeping the Gil for all three: it works, and nobody else runs meanwhile (wrong/one_hold_for_all.rs is serial).
// - waiting for the lock with the Gil in hand: the holder of the lock waits for the Gil (wrong/lock_under_the_gil.rs).
// - the lock for each bytecode, as the Gil has it already (wrong/lock_a_bytecode.rs).
