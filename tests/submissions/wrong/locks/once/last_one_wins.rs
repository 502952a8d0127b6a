//! verdict: race
//! Makes it anew for every caller.

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
        let value = Arc::new(init());
        *self.value.lock().unwrap() = Some(Arc::clone(&value));
        value
    }
}
