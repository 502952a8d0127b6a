//! The program's lock is a flag with a condition variable; the two threads go step by step in turn.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

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
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        GilGuard { _held }
    }
}

#[derive(Default)]
pub struct Interpreter {
    pub gil: Gil,
    pub state: State,
    taken: Mutex<bool>,
    released: Condvar,
}

impl Interpreter {
    pub fn run(&self, code: &[Bytecode]) {
        let mut hand = 0;
        for &bytecode in code {
            let _guard = self.gil.take();
            self.state.execute(bytecode, &mut hand);
        }
    }

    pub fn run_locked(&self, code: &[Bytecode]) {
        let taken = self.taken.lock().unwrap();
        *(self.released.wait_while(taken, |taken| *taken).unwrap()) = true;
        self.run(code);
        *self.taken.lock().unwrap() = false;
        self.released.notify_one();
    }
}

pub fn plus_equals(n: u64) -> Vec<Bytecode> {
    vec![Bytecode::Load, Bytecode::Add(n), Bytecode::Store]
}

pub fn losing_order(first: u64, second: u64) -> Vec<(usize, Bytecode)> {
    let (ours, theirs) = (plus_equals(first), plus_equals(second));
    let mut order = Vec::new();
    for step in 0..3 {
        order.push((0, ours[step]));
        order.push((1, theirs[step]));
    }
    order
}
