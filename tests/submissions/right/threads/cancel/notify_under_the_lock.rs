//! Two reasons to stop, and notifications with the lock in hand.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct Belt {
    state: Mutex<(VecDeque<u32>, bool)>,
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
                let mut state = own.state.lock().unwrap();
                while state.0.is_empty() && !state.1 {
                    state = own.changed.wait(state).unwrap();
                }
                let Some(tray) = state.0.pop_front() else {
                    return cakes;
                };
                drop(state);
                cakes.push(bake(tray));
            }
        });
        Oven { belt, thread }
    }

    pub fn put(&self, tray: u32) {
        self.belt.state.lock().unwrap().0.push_back(tray);
        self.belt.changed.notify_one();
    }

    pub fn cancel(self) -> Vec<u32> {
        let mut state = self.belt.state.lock().unwrap();
        *state = (VecDeque::new(), true);
        self.belt.changed.notify_all();
        drop(state);
        self.thread.join().unwrap()
    }

    pub fn finish(self) -> Vec<u32> {
        self.belt.state.lock().unwrap().1 = true;
        self.belt.changed.notify_one();
        self.thread.join().unwrap()
    }
}
