//! The cell of std.

use std::sync::{Arc, OnceLock};

pub struct Once<T>(OnceLock<Arc<T>>);

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once(OnceLock::new())
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.0.get().cloned()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        Arc::clone(self.0.get_or_init(|| Arc::new(init())))
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once::new()
    }
}
