//! # Poison: a cook faints with the till open
//!
//! The restaurant has two tills, at the bar and in the dining room. Moving money means: take it out of one, have the
//! amount confirmed, put it into the other. One day the confirming cook faints in the middle. The money is out of the
//! first till and not in the second. The next cook must not be told that all is well, and must not be sent home for ever
//! either.
//!
//! **In Python** an exception inside `with lock:` releases the lock, and the next thread finds the half-done state without
//! a warning. In Rust a panic while a `MutexGuard` lives *poisons* the mutex: the next `lock()` gives an error, with the
//! guard inside. Most programs answer with `unwrap` and panic too. You decide what the error means here.
//!
//! **Your task**
//! 1. `new`: so much money in each till. `balance`: what is in the bar's till and in the dining room's.
//! 2. `shift`: moves `amount` from the bar to the dining room. It calls `confirm` once, in the middle, while no other
//!    thread can see or change the tills. Returns `false`, without calling `confirm`, when the bar has too little.
//! 3. When `confirm` panics, the panic goes on to the caller of `shift`, and no money is lost: the amount is in the bar's
//!    till again when anybody looks next.
//! 4. After such a panic all methods go on working, for all threads.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::Mutex;

/// Two tills. The sum of both never changes.
pub struct Tills {
    /// What is in the bar's till and in the dining room's.
    money: Mutex<(u64, u64)>,
}

impl Tills {
    /// Tills with so much money in each.
    pub fn new(bar: u64, dining_room: u64) -> Tills {
        // TODO 1
        todo!("{bar} at the bar, {dining_room} in the dining room")
    }

    /// What is in the bar's till and in the dining room's.
    pub fn balance(&self) -> (u64, u64) {
        // TODO 1 and 4: what does an error of `lock` mean here?
        let _ = &self.money;
        todo!("what is in the tills")
    }

    /// Moves `amount` from the bar to the dining room, if the bar has it, and `confirm` does not panic.
    pub fn shift(&self, amount: u64, confirm: impl FnOnce()) -> bool {
        // TODO 2 and 3
        let _ = confirm;
        todo!("move {amount}")
    }
}
