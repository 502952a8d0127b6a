//! The oven parks, and whoever changes something unparks it; a token keeps an early unpark.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

enum Next {
    Bake(u32),
    Sleep,
    Stop,
}

#[derive(Default)]
struct Belt {
    trays: VecDeque<u32>,
    closed: bool,
}

impl Belt {
    fn next(&mut self) -> Next {
        match self.trays.pop_front() {
            Some(tray) => Next::Bake(tray),
            None if self.closed => Next::Stop,
            None => Next::Sleep,
        }
    }
}

pub struct Oven {
    belt: Arc<Mutex<Belt>>,
    thread: JoinHandle<Vec<u32>>,
}

impl Oven {
    pub fn start(bake: impl Fn(u32) -> u32 + Send + 'static) -> Oven {
        let belt = Arc::new(Mutex::new(Belt::default()));
        let own = belt.clone();
        let thread = thread::spawn(move || {
            let mut cakes = vec![];
            loop {
                let next = own.lock().unwrap().next();
                match next {
                    Next::Bake(tray) => cakes.push(bake(tray)),
                    Next::Sleep => thread::park(),
                    Next::Stop => return cakes,
                }
            }
        });
        Oven { belt, thread }
    }

    pub fn put(&self, tray: u32) {
        self.belt.lock().unwrap().trays.push_back(tray);
        self.thread.thread().unpark();
    }

    pub fn cancel(self) -> Vec<u32> {
        self.belt.lock().unwrap().trays.clear();
        self.finish()
    }

    pub fn finish(self) -> Vec<u32> {
        self.belt.lock().unwrap().closed = true;
        self.thread.thread().unpark();
        self.thread.join().unwrap()
    }
}
