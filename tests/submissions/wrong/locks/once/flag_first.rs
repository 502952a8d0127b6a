//! verdict: race
//! Says that it is there before it is there.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

pub struct Once<T> {
    there: AtomicBool,
    value: Mutex<Option<Arc<T>>>,
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            there: AtomicBool::new(false),
            value: Mutex::new(None),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.value.lock().unwrap().clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        if !self.there.swap(true, SeqCst) {
            let value = Arc::new(init());
            *self.value.lock().unwrap() = Some(value);
        }
        self.get().expect("the flag says that it is there")
    }
}
