//! verdict: serial
//! A static lock: whatever is made, nothing else is made meanwhile.

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
        self.value.lock().unwrap().clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        static MAKING: Mutex<()> = Mutex::new(());
        let making = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
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
