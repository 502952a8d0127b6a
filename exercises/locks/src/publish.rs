//! # Publish: the price stands before the sign is turned
//!
//! The manager writes dish and price on the board, then turns the sign to "open". A waiter who sees "open" reads the
//! board. It works only if whoever sees the sign turned also sees what was written before. Between threads nothing
//! promises that by itself: compilers and processors may let one write be seen before another.
//!
//! **In Python** the interpreter's lock orders everything, so nobody has to think about it. In Rust each atomic operation
//! says what it promises. `Relaxed` promises nothing about other variables. On your processor a program with `Relaxed` may
//! run right for years; on another one it does not. The test explores a memory model, not your processor.
//!
//! **Your task**
//! 1. `new`: nothing is written, the sign says "closed".
//! 2. `publish` is called once: it writes dish and price, then turns the sign.
//! 3. `read`: `None` while the sign says "closed". Otherwise dish and price, always both and always as written.
//!
//! `read` never waits.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::atomic::{AtomicBool, AtomicU64};

/// A dish and its price, published once and read by many.
pub struct Board {
    /// The number of the dish.
    dish: AtomicU64,
    /// Its price in cents.
    price: AtomicU64,
    /// Announces that both are written.
    open: AtomicBool,
}

impl Board {
    /// Nothing is written yet.
    pub fn new() -> Board {
        Board {
            dish: AtomicU64::new(0),
            price: AtomicU64::new(0),
            open: AtomicBool::new(false),
        }
    }

    /// Writes dish and price, then turns the sign.
    pub fn publish(&self, dish: u64, price: u64) {
        // TODO 2: which `Ordering` makes the sign carry what was written before?
        let _ = (&self.dish, &self.price);
        todo!("publish dish {dish} at {price} cents")
    }

    /// Dish and price, if the sign is turned.
    pub fn read(&self) -> Option<(u64, u64)> {
        // TODO 3: which `Ordering` takes what the sign carries?
        let _ = &self.open;
        todo!("read the board, if it is open")
    }
}

impl Default for Board {
    fn default() -> Self {
        Board::new()
    }
}
