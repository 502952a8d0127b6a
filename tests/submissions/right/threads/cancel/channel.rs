//! A channel for the trays, whose end is the end of the evening, and a flag that is looked at before each tray.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

pub struct Oven {
    belt: Sender<u32>,
    alarm: Arc<AtomicBool>,
    thread: JoinHandle<Vec<u32>>,
}

impl Oven {
    pub fn start(bake: impl Fn(u32) -> u32 + Send + 'static) -> Oven {
        let (belt, trays) = channel();
        let alarm = Arc::new(AtomicBool::new(false));
        let rings = Arc::clone(&alarm);
        let thread = thread::spawn(move || {
            trays
                .into_iter()
                .take_while(|_| !rings.load(SeqCst))
                .map(bake)
                .collect()
        });
        Oven {
            belt,
            alarm,
            thread,
        }
    }

    pub fn put(&self, tray: u32) {
        self.belt.send(tray).expect("the oven is on");
    }

    pub fn cancel(self) -> Vec<u32> {
        self.alarm.store(true, SeqCst);
        self.finish()
    }

    pub fn finish(self) -> Vec<u32> {
        drop(self.belt);
        self.thread.join().unwrap()
    }
}
