//! verdict: livelock
//! Waits for the maker by looking again and again; after a panic for ever.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

pub struct Once<T> {
    making: AtomicBool,
    value: Mutex<Option<Arc<T>>>,
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            making: AtomicBool::new(false),
            value: Mutex::new(None),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.value.lock().unwrap().clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        if !self.making.swap(true, SeqCst) {
            let value = Arc::new(init());
            *self.value.lock().unwrap() = Some(value);
        }
        loop {
            if let Some(value) = self.get() {
                return value;
            }
            std::thread::yield_now();
        }
    }
}
