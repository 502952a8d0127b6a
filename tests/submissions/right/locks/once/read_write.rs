//! Readers look through a read lock; the maker has a lock of its own.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

pub struct Once<T> {
    printer: Mutex<()>,
    menu: RwLock<Option<Arc<T>>>,
}

impl<T> Once<T> {
    pub fn new() -> Once<T> {
        Once {
            printer: Mutex::new(()),
            menu: RwLock::new(None),
        }
    }

    pub fn get(&self) -> Option<Arc<T>> {
        self.menu.read().unwrap().clone()
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        if let Some(menu) = self.get() {
            return menu;
        }
        let _printer = self.printer.lock().unwrap_or_else(PoisonError::into_inner);
        match self.get() {
            Some(menu) => menu,
            None => {
                let menu = Arc::new(init());
                *self.menu.write().unwrap() = Some(menu.clone());
                menu
            }
        }
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once::new()
    }
}
