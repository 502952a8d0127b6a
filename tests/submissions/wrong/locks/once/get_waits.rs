//! verdict: deadlock
//! One lock for everything: who only looks waits for who makes.

use std::sync::{Arc, Mutex, PoisonError};

pub struct Once<T> {
    value: Mutex<Option<Arc<T>>>,
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            value: Mutex::new(None),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.value
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        let mut slot = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slot.get_or_insert_with(|| Arc::new(init())))
    }
}
