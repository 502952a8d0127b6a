//! verdict: race
//! After one panic every later caller panics too.

use std::sync::{Arc, Mutex};

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
        self.value.lock().unwrap().clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        let _making = self.making.lock().unwrap();
        if let Some(value) = self.get() {
            return value;
        }
        let value = Arc::new(init());
        *self.value.lock().unwrap() = Some(Arc::clone(&value));
        value
    }
}
