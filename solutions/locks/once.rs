//! # Once: the menu is printed one time
//!
//! The menu of the day is printed when the first guest asks for it. Printing takes a while, and more guests come while
//! the printer runs. They wait, and read the same menu. Nobody starts a second printing. If the printer jams, that guest
//! gets the error, and the next guest who asks starts it again.

use std::sync::{Arc, Mutex, PoisonError};

/// A value that is made by the first who asks for it.
pub struct Once<T> {
    /// Held by who makes the value. Protects nothing else: it is what the others wait at.
    making: Mutex<()>,
    /// The value, once it is there. Held only for a moment, so that `get` never waits for `init`.
    value: Mutex<Option<Arc<T>>>,
}

impl<T> Once<T> {
    /// Nothing is there yet.
    pub fn new() -> Once<T> {
        Once {
            making: Mutex::new(()),
            value: Mutex::new(None),
        }
    }

    /// The value, if it is there.
    pub fn get(&self) -> Option<Arc<T>> {
        self.value.lock().unwrap().clone()
    }

    /// The value; the first caller makes it with `init`.
    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        // A panic in `init` poisons this lock. It protects no data that could be half done, so the next caller goes on.
        let making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        // The decisive line: look again with the lock held. While this caller waited, another one may have made it.
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

// Wrong turns
// - looking before the lock only: two callers both find nothing and both print (wrong/checks_outside.rs).
// - a flag that is set before the value is there: the second caller goes on with nothing (wrong/flag_first.rs).
// - `unwrap` on the lock: after one jam nobody ever gets a menu (wrong/poisoned_for_ever.rs).
// - one lock for everything: who only looks waits for the printer (wrong/get_waits.rs).
