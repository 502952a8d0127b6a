//! # Once: the menu is printed one time
//!
//! The menu of the day is printed when the first guest asks for it. Printing takes a while, and more guests come while
//! the printer runs. They wait, and read the same menu. Nobody starts a second printing. If the printer jams, that guest
//! gets the error, and the next guest who asks starts it again.
//!
//! **In Python** you check `if menu is None:`, take a lock, and check once more: "double-checked locking". Or you trust
//! that the module is imported once. In Rust `std::sync::OnceLock` does it. Here you find out what it does.
//!
//! **Your task**
//! 1. `new`: nothing is there yet. `get`: the value, if it is there. `get` never waits for a printing to end.
//! 2. `get_or_init`: runs `init` if the value is not there, and gives the value to this and all later callers. Callers
//!    who come while `init` runs wait for its value. `init` runs at most once at a time, and never again after it has
//!    returned a value. Two `Once`s have nothing to do with each other.
//! 3. When `init` panics its caller gets the panic. The next caller starts anew.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::{Arc, Mutex};

/// A value that is made by the first who asks for it.
pub struct Once<T> {
    /// The value, once it is there.
    value: Mutex<Option<Arc<T>>>,
}

impl<T> Once<T> {
    /// Nothing is there yet.
    pub fn new() -> Once<T> {
        // TODO 1
        todo!("nothing is there yet")
    }

    /// The value, if it is there.
    pub fn get(&self) -> Option<Arc<T>> {
        // TODO 1: who only looks must not wait for who prints.
        let _ = &self.value;
        todo!("the value, if it is there")
    }

    /// The value; the first caller makes it with `init`.
    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> Arc<T> {
        // TODO 2: let one caller make the value and the others wait for it.
        // TODO 3: what do the others find when `init` panics?
        let _ = init;
        todo!("make the value, or wait for it")
    }
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Once::new()
    }
}
