//! verdict: race
//! Takes a lock that is busy for a value that is missing.

use std::sync::{Arc, Mutex, PoisonError};

pub struct Once<T> {
    making: Mutex<()>,
    value: Mutex<Option<Arc<T>>>,
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            making: Mutex::new(()),
            value: Mutex::new(None),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.value.try_lock().ok()?.clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        let making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = self.get() {
            return value;
        }
        let value = Arc::new(init());
        *self.value.lock().unwrap() = Some(Arc::clone(&value));
        drop(making);
        value
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once::new()
    }
}
