//! verdict: race
//! Keeps the guard of a mutex and expects it to be sound: after one panic nobody cooks any more.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytecode {
    Load,
    Add(u64),
    Store,
}

#[derive(Debug, Default)]
pub struct State {
    counter: AtomicU64,
}

impl State {
    pub fn execute(&self, bytecode: Bytecode, hand: &mut u64) {
        match bytecode {
            Bytecode::Load => *hand = self.counter.load(Ordering::Relaxed),
            Bytecode::Add(n) => *hand += n,
            Bytecode::Store => self.counter.store(*hand, Ordering::Relaxed),
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
        let _held = self.lock.lock().unwrap();
        GilGuard { _held }
    }
}

#[derive(Default)]
pub struct Interpreter {
    pub gil: Gil,
    pub state: State,
}

impl Interpreter {
    pub fn execute(&self, bytecode: Bytecode, hand: &mut u64) {
        let _guard = self.gil.take();
        self.state.execute(bytecode, hand);
    }
}
