//! # One stove: whoever holds the Gil may cook
//!
//! This kitchen has many cooks and one stove. A rule hangs on the wall: only who holds the key of the stove may cook. The
//! key is called the Gil, the global interpreter lock. A cook takes the key, does one step of the recipe, and hangs the
//! key back. Whoever finds the hook empty waits there, asleep. If a cook burns a finger and runs away, the key must hang on
//! the hook all the same, or nobody cooks any more.
//!
//! **In Python** this lock is inside of the interpreter. A thread runs bytecode only while it holds it, and you never see
//! it. In Rust there is no interpreter and no such lock: here you build a small one of each.
//!
//! **Your task**
//! 1. `Gil::take` gives the Gil to one thread at a time. The others wait, asleep.
//! 2. Dropping the `GilGuard` hangs the Gil back, after a panic too, and one who waits gets it.
//! 3. `Interpreter::execute` does one bytecode with the Gil in hand, from its beginning to its end.
//!
//! A wait may end although nobody notified, and who was notified may come too late.
//!
//! **Leave alone:** the signatures, `Bytecode`, `State`, and the folder `tests/`. The fields of `Gil` and `GilGuard` are
//! yours: change them as you like, as long as `Gil::default()` is a Gil that nobody holds.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

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
        // TODO 1: wait until nobody holds it, and hold it.
        let _ = (&self.held, &self.dropped);
        todo!("take the Gil")
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        // TODO 2: nobody holds the Gil now, and one who waits for it should know.
        let _ = self.gil;
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
        // TODO 3: `State::execute` does the step; see to it that it is done under the Gil.
        todo!("execute {bytecode:?} with {hand} in the hand")
    }
}
