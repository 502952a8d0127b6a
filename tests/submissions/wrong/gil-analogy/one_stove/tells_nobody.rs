//! verdict: deadlock
//! Hangs the Gil back and wakes nobody.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex};

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
    held: Mutex<bool>,
    dropped: Condvar,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let held = self.held.lock().unwrap();
        let mut held = self.dropped.wait_while(held, |held| *held).unwrap();
        *held = true;
        GilGuard { gil: self }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        *self.gil.held.lock().unwrap() = false;
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
