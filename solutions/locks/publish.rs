//! # Publish: the price stands before the sign is turned
//!
//! The manager writes dish and price on the board, then turns the sign to "open". A waiter who sees "open" reads the
//! board. It works only if whoever sees the sign turned also sees what was written before. Between threads nothing
//! promises that by itself: compilers and processors may let one write be seen before another.

use std::sync::atomic::{
    AtomicBool, AtomicU64,
    Ordering::{Acquire, Relaxed, Release},
};

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
        self.dish.store(dish, Relaxed);
        self.price.store(price, Relaxed);
        // The decisive line: `Release` hands over all that this thread has written before. The two stores above may stay
        // `Relaxed`, since nobody looks at them before the sign is turned.
        self.open.store(true, Release);
    }

    /// Dish and price, if the sign is turned.
    pub fn read(&self) -> Option<(u64, u64)> {
        // `Acquire` takes what the `Release` handed over, if this load sees its value. One without the other does nothing.
        self.open
            .load(Acquire)
            .then(|| (self.dish.load(Relaxed), self.price.load(Relaxed)))
    }
}

impl Default for Board {
    fn default() -> Self {
        Board::new()
    }
}

// Wrong turns
// - `Relaxed` everywhere: right on most desktop processors, wrong on many others (wrong/relaxed.rs).
// - `Release` without `Acquire`, or the other way round: half a handover is none (wrong/release_only.rs).
// - the sign first, then the board: no ordering mends that (wrong/sign_first.rs).
