//! # The Gil is not a lock: one plate less, by the rules
//!
//! The rule is kept: only who holds the Gil may cook, and it goes back after every step. To count a plate takes three steps.
//! A cook looks at the board, adds one in the head, and writes. Between two of these steps another cook may have the Gil,
//! look, add and write. Nobody broke a rule, and a plate is missing. The Gil protects the stove. It does not protect your
//! sums.
//!
//! **In Python** `counter += 1` is several bytecodes; `python3 -m dis` shows them. The GIL makes each of them whole, and may
//! change hands in between. So a shared counter needs a `threading.Lock` there too. In Rust nothing hides the gap: the
//! compiler makes you choose what is one step.
//!
//! **Your task**
//! 1. `plus_equals`: the bytecodes of `counter += n`.
//! 2. `run`: executes a thread's bytecodes in order. Each one under the Gil, which is free between two of them. A thread
//!    begins with 0 in its hand.
//! 3. `losing_order`: one thread does `counter += first`, the other `counter += second`. Write down an order of all their
//!    bytecodes, as `(thread, bytecode)`, in which what thread 0 added is lost.
//! 4. `run_locked`: the same as `run`, but no other `run_locked` comes in between. Everybody else may: the Gil is free
//!    between two bytecodes here too, also while this thread waits.
//!
//! **Leave alone:** the signatures, `Bytecode`, `State`, `Gil`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

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
        // TODO 2: how long is the Gil held?
        todo!("run {code:?}")
    }

    /// Executes the bytecodes of a thread. No other `run_locked` comes in between.
    pub fn run_locked(&self, code: &[Bytecode]) {
        // TODO 4: which of the two locks is taken first, and which one is held longer?
        let _ = &self.lock;
        todo!("run {code:?}, locked")
    }
}

/// The bytecodes of `counter += n`.
pub fn plus_equals(n: u64) -> Vec<Bytecode> {
    // TODO 1
    todo!("the bytecodes of counter += {n}")
}

/// An order of the bytecodes of thread 0, `counter += first`, and thread 1, `counter += second`, after which `first` is
/// lost.
pub fn losing_order(first: u64, second: u64) -> Vec<(usize, Bytecode)> {
    // TODO 3
    todo!("an order of += {first} and += {second} that loses {first}")
}
