//! The key is a message; who has received it may cook.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

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

pub struct Gil {
    hook: SyncSender<()>,
    key: Mutex<Receiver<()>>,
}

impl Default for Gil {
    fn default() -> Gil {
        let (hook, key) = sync_channel(1);
        hook.send(()).unwrap();
        Gil {
            hook,
            key: Mutex::new(key),
        }
    }
}

#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    pub fn take(&self) -> GilGuard<'_> {
        self.key.lock().unwrap().recv().unwrap();
        GilGuard { gil: self }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        self.gil.hook.send(()).unwrap();
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
