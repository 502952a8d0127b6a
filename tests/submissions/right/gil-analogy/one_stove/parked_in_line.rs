//! Those who wait are parked in a queue, and the key is handed to the first of them.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, Thread, ThreadId};

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
    line: Mutex<Line>,
}

#[derive(Default)]
struct Line {
    holder: Option<ThreadId>,
    waiting: VecDeque<Thread>,
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        let me = thread::current();
        let mut line = self.line.lock().unwrap();
        if line.holder.is_none() {
            line.holder = Some(me.id());
            return GilGuard { gil: self };
        }
        line.waiting.push_back(me.clone());
        loop {
            drop(line);
            thread::park();
            line = self.line.lock().unwrap();
            let queued = line.waiting.iter().any(|thread| thread.id() == me.id());
            if !queued && line.holder == Some(me.id()) {
                return GilGuard { gil: self };
            }
        }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        let mut line = self.gil.line.lock().unwrap();
        let next = line.waiting.pop_front();
        line.holder = next.as_ref().map(|thread| thread.id());
        if let Some(thread) = next {
            thread.unpark();
        }
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
