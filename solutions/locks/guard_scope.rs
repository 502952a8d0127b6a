//! # Guard scope: one rail of orders, many cooks
//!
//! The orders hang on one rail. A cook takes the first one, cooks it, and puts the dish on the counter; then the next,
//! until no order is left. Only one cook at a time may reach for the rail. But cooking takes long, and whoever cooks
//! must not stand in front of the rail: the others want to cook too. And the chef looks up now and then, and wants to
//! see each order: waiting, in somebody's pan, or served.

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
        loop {
            let mut state = self.state.lock().unwrap();
            let Some(order) = state.waiting.pop_front() else {
                return;
            };
            // Taking it down and counting it in are one step: in between, the order would be nowhere.
            state.cooking += 1;
            // The decisive line: the lock ends here, and not with the block. Had the order come from a `while let` that
            // locks in its head, the guard would live as long as the body: one cook at a time.
            drop(state);

            let dish = cook(order);

            // The dish is ready before the lock is taken. `self.state.lock().unwrap().served.push(cook(order))` would
            // lock first and cook then: what stands before the dot comes before the arguments.
            let mut state = self.state.lock().unwrap();
            state.cooking -= 1;
            state.served.push(dish);
        }
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

// Wrong turns
// - `while let` with the lock in its head: the guard lives as long as the body (wrong/while_let.rs is serial; with the
//   same lock in the body, wrong/while_let_locks_twice.rs waits for itself).
// - `served.push(cook(order))` on a locked vector: locks first, cooks then (wrong/push_of_cook.rs).
// - is there an order? lock again, take it: another cook has taken it (wrong/check_outside.rs).
// - taking the order and counting it under two locks: in between it is nowhere (wrong/counted_late.rs).
