//! verdict: serial
//! One mark for all Gils that there are.

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

static HELD: Mutex<bool> = Mutex::new(false);
static DROPPED: Condvar = Condvar::new();

#[derive(Default)]
pub struct Gil {
    _own: (),
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    _gil: &'a Gil,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let held = HELD.lock().unwrap();
        let mut held = DROPPED.wait_while(held, |held| *held).unwrap();
        *held = true;
        GilGuard { _gil: self }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        *HELD.lock().unwrap() = false;
        DROPPED.notify_one();
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
