//! verdict: deadlock
//! The flag is set between the look and the sleep, and the notification comes too early.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct Belt {
    trays: Mutex<VecDeque<u32>>,
    closed: AtomicBool,
    changed: Condvar,
}

pub struct Oven {
    belt: Arc<Belt>,
    thread: JoinHandle<Vec<u32>>,
}

impl Oven {
    pub fn start(bake: impl Fn(u32) -> u32 + Send + 'static) -> Oven {
        let belt = Arc::new(Belt::default());
        let own = Arc::clone(&belt);
        let thread = thread::spawn(move || {
            let mut cakes = Vec::new();
            loop {
                let mut trays = own.trays.lock().unwrap();
                while trays.is_empty() && !own.closed.load(SeqCst) {
                    trays = own.changed.wait(trays).unwrap();
                }
                let Some(tray) = trays.pop_front() else {
                    return cakes;
                };
                drop(trays);
                cakes.push(bake(tray));
            }
        });
        Oven { belt, thread }
    }

    pub fn put(&self, tray: u32) {
        self.belt.trays.lock().unwrap().push_back(tray);
        self.belt.changed.notify_one();
    }

    pub fn cancel(self) -> Vec<u32> {
        self.belt.trays.lock().unwrap().clear();
        self.belt.closed.store(true, SeqCst);
        self.belt.changed.notify_one();
        self.thread.join().unwrap()
    }

    pub fn finish(self) -> Vec<u32> {
        self.belt.closed.store(true, SeqCst);
        self.belt.changed.notify_one();
        self.thread.join().unwrap()
    }
}
