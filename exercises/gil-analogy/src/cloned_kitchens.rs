//! # Cloned kitchens: a stove for each cook
//!
//! One kitchen has one stove, and more cooks do not help. So the owner builds the kitchen again, next door, with all that
//! is on its shelves, and with a stove and a key of its own. Now two cooks cook at the same time. But nothing that one of
//! them does is seen in the other's kitchen. In the evening the results must be carried together, and what was on the
//! shelves in the morning must be counted once.
//!
//! **In Python** this is `multiprocessing`, or since 3.14 `concurrent.interpreters`: each worker has an interpreter of its
//! own, with a GIL of its own (PEP 684). A forked worker begins with a copy, and what it changes does not come back. In Rust
//! threads overlap anyway; a copy for each is still the simplest way to need no lock.
//!
//! **Your task**
//! 1. `Interpreter::cloned`: a copy of the state, as it is between two bytecodes, with a Gil of its own.
//! 2. `run_all`: runs each program in a clone and a thread of its own, all at the same time. No clone begins with what
//!    another one has done. Returns the counter of each clone at its end, in the order of the programs.
//! 3. Then the kitchen has in its state what it had, and what each clone has added: to the counter, and to the stores.
//!
//! Others may use the kitchen meanwhile: run programs in it, clone it, merge into it. Programs only add.
//!
//! **Leave alone:** the types, the signatures, the given bodies, and the folder `tests/`. You may add methods.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

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

/// What all threads of an interpreter share. Only who holds its Gil may touch it.
#[derive(Debug)]
pub struct State {
    /// The variable `counter`.
    counter: AtomicU64,
    /// How often it was written.
    stores: AtomicU64,
}

impl State {
    /// Does one bytecode. `hand` belongs to the thread: it is the top of its evaluation stack.
    fn execute(&self, bytecode: Bytecode, hand: &mut u64) {
        match bytecode {
            Bytecode::Load => *hand = self.counter.load(Ordering::Relaxed),
            Bytecode::Add(n) => *hand += n,
            Bytecode::Store => {
                self.counter.store(*hand, Ordering::Relaxed);
                let stores = self.stores.load(Ordering::Relaxed);
                self.stores.store(stores + 1, Ordering::Relaxed);
            }
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

/// A kitchen: a state, and the Gil that all of its threads share.
pub struct Interpreter {
    /// The key of the stove.
    gil: Gil,
    /// What is on the shelves.
    state: State,
}

impl Default for Interpreter {
    /// A kitchen whose counter is 0, and was never written.
    fn default() -> Interpreter {
        Interpreter {
            gil: Gil::default(),
            state: State {
                counter: AtomicU64::new(0),
                stores: AtomicU64::new(0),
            },
        }
    }
}

impl Interpreter {
    /// Runs a program, each bytecode under the Gil. Calls `cooking` in each of them, with the Gil in hand.
    pub fn run(&self, program: &[Bytecode], cooking: impl Fn()) {
        let mut hand = 0;
        for bytecode in program {
            let _guard = self.gil.take();
            cooking();
            self.state.execute(*bytecode, &mut hand);
        }
    }

    /// The counter, and how often it was written.
    pub fn look(&self) -> (u64, u64) {
        let _guard = self.gil.take();
        let [counter, stores] = [&self.state.counter, &self.state.stores];
        (
            counter.load(Ordering::Relaxed),
            stores.load(Ordering::Relaxed),
        )
    }

    /// The same kitchen once more: a copy of the state, and a Gil of its own.
    pub fn cloned(&self) -> Interpreter {
        // TODO 1: what of it may the two share?
        todo!("copy the state")
    }
}

/// Runs each program in a clone of the kitchen, all at the same time, and adds to the kitchen what they have added. Calls
/// `cooking(number)` for each bytecode of each program. Returns the counter of each clone at its end.
pub fn run_all(
    kitchen: &Interpreter,
    programs: &[Vec<Bytecode>],
    cooking: impl Fn(usize) + Sync,
) -> Vec<u64> {
    // TODO 2: a clone and a thread for each program.
    // TODO 3: what has each clone added to what it began with?
    let _ = (kitchen, cooking);
    todo!("run {} programs", programs.len())
}
