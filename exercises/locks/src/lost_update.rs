//! # Lost update: the desk that numbers the orders
//!
//! Several waiters bring orders to one desk. The desk gives each order its number, remembers the largest order of the
//! evening, and says which cook is next in turn. Everything on the desk is atomic: no waiter ever reads half a number.
//! And still two guests have waited with the same number in their hands, and a cook was passed over. The desk is
//! written to the end, and it is wrong. Find out why, and mend it.
//!
//! **In Python** `self.last += 1` is several bytecodes, and another thread may come in between; the GIL guards each
//! bytecode, not the sum of them. Atomics are the same: each operation is one step, two of them are two steps. Rust
//! keeps you from sharing a plain number. It cannot see that you need one step where you wrote two.
//!
//! **Your task**
//! 1. `number`: the orders get 1, 2, 3 and so on. Each number is given once.
//! 2. `note_size`: `largest` is the largest order that anybody has noted.
//! 3. `next_cook`: the cooks get their turns 0, 1, … and again from 0. Nobody is passed over.
//!
//! `cargo xtask next` shows a schedule that goes wrong: begin there.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Numbers orders and hands them to the cooks in turn. Shared by threads.
pub struct OrderDesk {
    /// The number that was given last; 0 before the first order.
    last_number: AtomicU64,
    /// The plates of the largest order so far; 0 before the first order.
    largest: AtomicU64,
    /// The cook whose turn is next, from 0 to `cooks - 1`.
    turn: AtomicUsize,
    /// How many cooks take turns.
    cooks: usize,
}

impl OrderDesk {
    /// A desk before the first order, with `cooks` cooks, at least one.
    pub fn new(cooks: usize) -> OrderDesk {
        OrderDesk {
            last_number: AtomicU64::new(0),
            largest: AtomicU64::new(0),
            turn: AtomicUsize::new(0),
            cooks,
        }
    }

    /// The number of the next order: 1, then 2, then 3.
    pub fn number(&self) -> u64 {
        // TODO 1: two orders can get the same number.
        let last = self.last_number.load(Ordering::Acquire);
        self.last_number.store(last + 1, Ordering::Release);
        last + 1
    }

    /// Remembers that an order has so many plates.
    pub fn note_size(&self, plates: u64) {
        // TODO 2: a smaller order can overwrite a larger one.
        if plates > self.largest.load(Ordering::Acquire) {
            self.largest.store(plates, Ordering::Release);
        }
    }

    /// The plates of the largest order that was noted; 0 when none was.
    pub fn largest(&self) -> u64 {
        self.largest.load(Ordering::Acquire)
    }

    /// The cook who takes the next order: 0, then 1, and after the last cook 0 again.
    pub fn next_cook(&self) -> usize {
        // TODO 3: one cook can get two turns, and another none.
        let cook = self.turn.load(Ordering::Acquire);
        self.turn.store((cook + 1) % self.cooks, Ordering::Release);
        cook
    }
}
