//! verdict: race
//! Clones when a thread begins: another one may have merged by then.

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
        let _guard = self.gil.take();
        for (mine, added) in [
            (&self.state.counter, after.0 - before.0),
            (&self.state.stores, after.1 - before.1),
        ] {
            mine.store(mine.load(Ordering::Relaxed) + added, Ordering::Relaxed);
        }
    }
}

pub fn run_all(
    kitchen: &Interpreter,
    programs: &[Vec<Bytecode>],
    cooking: impl Fn(usize) + Sync,
) -> Vec<u64> {
    let cooking = &cooking;
    let work = |number: usize, program: &[Bytecode]| {
        let own = kitchen.cloned();
        let before = own.look();
        own.run(program, || cooking(number));
        kitchen.merge(before, own.look());
        own.look().0
    };
    let work = &work;
    thread::scope(|scope| {
        let cooks: Vec<_> = programs
            .iter()
            .enumerate()
            .map(|(number, program)| scope.spawn(move || work(number, program)))
            .collect();
        cooks.into_iter().map(|cook| cook.join().unwrap()).collect()
    })
}
