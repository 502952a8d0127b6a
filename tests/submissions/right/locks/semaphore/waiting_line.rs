//! Those who wait stand in a line, and a permit is handed to the first of them.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};

struct Hook {
    free: usize,
    line: VecDeque<Sender<()>>,
}

pub struct Semaphore {
    hook: Mutex<Hook>,
}

#[must_use]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Semaphore {
        Semaphore {
            hook: Mutex::new(Hook {
                free: permits,
                line: VecDeque::new(),
            }),
        }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut hook = self.hook.lock().unwrap();
        if hook.free > 0 {
            hook.free -= 1;
        } else {
            let (mine, turn) = channel();
            hook.line.push_back(mine);
            drop(hook);
            turn.recv().unwrap();
        }
        Permit { semaphore: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut hook = self.hook.lock().unwrap();
        if hook.free == 0 {
            return None;
        }
        hook.free -= 1;
        Some(Permit { semaphore: self })
    }

    pub fn available(&self) -> usize {
        self.hook.lock().unwrap().free
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut hook = self.semaphore.hook.lock().unwrap();
        // Who has gone away from the line is passed over.
        while let Some(first) = hook.line.pop_front() {
            if first.send(()).is_ok() {
                return;
            }
        }
        hook.free += 1;
    }
}
