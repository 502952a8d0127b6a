//! The hand goes through a fold, and the order is made by sorting steps by when they happen.

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

impl Interpreter {
    pub fn run(&self, code: &[Bytecode]) {
        code.iter().fold(0, |mut hand, &bytecode| {
            let _stove = self.gil.take();
            self.state.execute(bytecode, &mut hand);
            hand
        });
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
    let times = [[1, 3, 4], [2, 5, 6]];
    let code = [plus_equals(first), plus_equals(second)];
    let steps = (0..2).flat_map(|t| {
        times[t]
            .into_iter()
            .zip(code[t].clone())
            .map(move |s| (s.0, t, s.1))
    });
    let mut steps: Vec<_> = steps.collect();
    steps.sort_by_key(|&(time, ..)| time);
    steps
        .into_iter()
        .map(|(_, thread, code)| (thread, code))
        .collect()
}
