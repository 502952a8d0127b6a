//! verdict: wrong_result
//! What is in a thread's hand at the end of a program is there at the beginning of the next one.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    lock: Mutex<()>,
}

std::thread_local! {
    static HAND: Cell<u64> = const { Cell::new(0) };
}

impl Interpreter {
    pub fn run(&self, code: &[Bytecode]) {
        let mut hand = HAND.get();
        for &bytecode in code {
            let _guard = self.gil.take();
            self.state.execute(bytecode, &mut hand);
            HAND.set(hand);
        }
    }

    pub fn run_locked(&self, code: &[Bytecode]) {
        let _lock = self.lock.lock().unwrap();
        self.run(code);
    }
}

pub fn plus_equals(n: u64) -> Vec<Bytecode> {
    vec![Bytecode::Load, Bytecode::Add(n), Bytecode::Store]
}

pub fn losing_order(first: u64, second: u64) -> Vec<(usize, Bytecode)> {
    vec![
        (1, Bytecode::Load),
        (0, Bytecode::Load),
        (0, Bytecode::Add(first)),
        (0, Bytecode::Store),
        (1, Bytecode::Add(second)),
        (1, Bytecode::Store),
    ]
}
