//! # Cloned kitchens: a stove for each cook
//!
//! One kitchen has one stove, and more cooks do not help. So the owner builds the kitchen again, next door, with all that
//! is on its shelves, and with a stove and a key of its own. Now two cooks cook at the same time. But nothing that one of
//! them does is seen in the other's kitchen. In the evening the results must be carried together, and what was on the
//! shelves in the morning must be counted once.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

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
        // `look` reads both numbers under one Gil: a copy made in the middle of a bytecode would not fit together.
        let (counter, stores) = self.look();
        // The decisive line: a new Gil. With a shared one there would be two kitchens and still one stove.
        Interpreter {
            gil: Gil::default(),
            state: State {
                counter: AtomicU64::new(counter),
                stores: AtomicU64::new(stores),
            },
        }
    }

    /// Adds to the state what a clone has added to it.
    fn merge(&self, before: (u64, u64), after: (u64, u64)) {
        // From reading to writing under one Gil: others may merge at the same time.
        let _guard = self.gil.take();
        for (mine, added) in [
            (&self.state.counter, after.0 - before.0),
            (&self.state.stores, after.1 - before.1),
        ] {
            mine.store(mine.load(Ordering::Relaxed) + added, Ordering::Relaxed);
        }
    }
}

/// Runs each program in a clone of the kitchen, all at the same time, and adds to the kitchen what they have added. Calls
/// `cooking(number)` for each bytecode of each program. Returns the counter of each clone at its end.
pub fn run_all(
    kitchen: &Interpreter,
    programs: &[Vec<Bytecode>],
    cooking: impl Fn(usize) + Sync,
) -> Vec<u64> {
    // All are made before the first runs: none of them begins with what another has brought back.
    let clones: Vec<Interpreter> = programs.iter().map(|_| kitchen.cloned()).collect();
    let before: Vec<_> = clones.iter().map(Interpreter::look).collect();
    thread::scope(|scope| {
        for (number, (own, program)) in clones.iter().zip(programs).enumerate() {
            let cooking = &cooking;
            scope.spawn(move || own.run(program, || cooking(number)));
        }
    });
    let after: Vec<_> = clones.iter().map(Interpreter::look).collect();
    for (before, after) in before.iter().zip(&after) {
        // Only the difference goes back. What was there before is in the kitchen already, and in every clone too.
        kitchen.merge(*before, *after);
    }
    after.into_iter().map(|(counter, _)| counter).collect()
}

// Wrong turns
// - the clone gets the same Gil: two kitchens, one stove (wrong/one_gil_for_all.rs is serial).
// - the clone gets the same state: a copy that is none (wrong/one_state_for_all.rs).
// - a copy without the Gil: one number is of this moment, the other of the next (wrong/copies_without_the_gil.rs).
// - adding up what the clones have at their end: the morning is counted once for each (wrong/adds_up_the_ends.rs).
// - the Gil in hand while the clones work: nobody else can use the kitchen (wrong/closes_the_kitchen.rs).
