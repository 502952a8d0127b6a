//! verdict: race
//! A turn at the stove for the counter and another for the stores: in between, the kitchen does not fit together.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    Load,
    Add(u64),
    Store,
}

#[derive(Debug)]
pub struct State {
    counter: AtomicU64,
    stores: AtomicU64,
}

impl State {
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

#[derive(Default)]
pub struct Gil {
    lock: Mutex<()>,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    _held: MutexGuard<'a, ()>,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        GilGuard { _held }
    }
}

pub struct Interpreter {
    gil: Gil,
    state: State,
}

impl Default for Interpreter {
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
    pub fn run(&self, program: &[Bytecode], cooking: impl Fn()) {
        let mut hand = 0;
        for bytecode in program {
            let _guard = self.gil.take();
            cooking();
            self.state.execute(*bytecode, &mut hand);
        }
    }

    pub fn look(&self) -> (u64, u64) {
        let _guard = self.gil.take();
        let [counter, stores] = [&self.state.counter, &self.state.stores];
        (
            counter.load(Ordering::Relaxed),
            stores.load(Ordering::Relaxed),
        )
    }

    pub fn cloned(&self) -> Interpreter {
        let (counter, stores) = self.look();
        Interpreter {
            gil: Gil::default(),
            state: State {
                counter: AtomicU64::new(counter),
                stores: AtomicU64::new(stores),
            },
        }
    }

    fn merge(&self, before: (u64, u64), after: (u64, u64)) {
        for (mine, added) in [
            (&self.state.counter, after.0 - before.0),
            (&self.state.stores, after.1 - before.1),
        ] {
            let _guard = self.gil.take();
            mine.store(mine.load(Ordering::Relaxed) + added, Ordering::Relaxed);
        }
    }
}

pub fn run_all(
    kitchen: &Interpreter,
    programs: &[Vec<Bytecode>],
    cooking: impl Fn(usize) + Sync,
) -> Vec<u64> {
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
        kitchen.merge(*before, *after);
    }
    after.into_iter().map(|(counter, _)| counter).collect()
}
