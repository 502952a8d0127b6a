//! # Guard scope: one rail of orders, many cooks
//!
//! The orders hang on one rail. A cook takes the first one, cooks it, and puts the dish on the counter; then the next,
//! until no order is left. Only one cook at a time may reach for the rail. But cooking takes long, and whoever cooks
//! must not stand in front of the rail: the others want to cook too. And the chef looks up now and then, and wants to
//! see each order: waiting, in somebody's pan, or served.
//!
//! **In Python** the lock is held inside the block of `with lock:`, and the indentation shows where it ends. In Rust it
//! is held for as long as the guard lives. A guard in a variable lives to the end of its block. A guard without a name
//! lives to the end of its statement, and a `while let` or a `match` with its whole body is one statement.
//!
//! **Your task:** write `work`, what one cook does. Several threads call it at once.
//! 1. Each order is cooked once, the first one first. The call returns when no order waits any more.
//! 2. While one cook cooks, the others can take orders and cook too.
//! 3. At every moment `progress` finds each order exactly once. `served` gives the dishes in the order in which they
//!    were done.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::collections::VecDeque;
use std::sync::Mutex;

/// Orders on their way from the rail to the counter. Shared by the cooks, who are threads.
pub struct Rail {
    /// Where each order is. The lock protects all three places, so that an order is always in exactly one.
    state: Mutex<State>,
}

/// The three places where an order can be.
struct State {
    /// The orders that nobody has taken yet, the first one first.
    waiting: VecDeque<u32>,
    /// How many orders are being cooked.
    cooking: usize,
    /// The dishes that are done, in the order in which they were done.
    served: Vec<u64>,
}

impl Rail {
    /// A rail with these orders on it, the first one first.
    pub fn new(orders: Vec<u32>) -> Rail {
        Rail {
            state: Mutex::new(State {
                waiting: orders.into(),
                cooking: 0,
                served: Vec::new(),
            }),
        }
    }

    /// Takes orders and cooks them until none waits any more. `cook` makes a dish of an order. It takes long, and it
    /// may look at `progress`.
    pub fn work(&self, cook: impl Fn(u32) -> u64) {
        // TODO 1: take the first order.
        // TODO 2: cook it without the lock.
        // TODO 3: serve the dish. Then the next order.
        let _ = (&self.state, cook);
        todo!("take the orders, cook them, serve the dishes")
    }

    /// How many orders wait, are being cooked, are served: in this order.
    pub fn progress(&self) -> (usize, usize, usize) {
        let state = self.state.lock().unwrap();
        (state.waiting.len(), state.cooking, state.served.len())
    }

    /// The dishes that are done, in the order in which they were done.
    pub fn served(&self) -> Vec<u64> {
        self.state.lock().unwrap().served.clone()
    }
}
