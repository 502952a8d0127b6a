//! # Bounded buffer: the pass between kitchen and dining room
//!
//! Cooks put plates on the pass, waiters take them away. The pass has room for a few plates only. A cook who finds it
//! full waits until a waiter takes one. A waiter who finds it empty waits until a cook puts one. Nobody looks again and
//! again: who waits sleeps, and is woken.
//!
//! **In Python** this is `threading.Condition`: `with cond: while full: cond.wait()`, and `cond.notify()` from the other
//! side; `queue.Queue(maxsize)` is built so. In Rust the condition variable `Condvar` stands beside the `Mutex`: `wait`
//! takes the guard, lets go of the lock while it sleeps, and gives the guard back.
//!
//! **Your task**
//! 1. `new`: an empty buffer. `len`: how many items are inside.
//! 2. `put`: waits while the buffer is full, then puts the item in.
//! 3. `get`: waits while the buffer is empty, then takes the oldest item.
//!
//! A wait may end although nobody notified: `std` allows it. And who was notified may come too late.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A first-in, first-out queue with room for a fixed number of items, shared by threads.
pub struct Buffer<T> {
    /// The items, oldest first. The lock protects them.
    items: Mutex<VecDeque<T>>,
    /// Announces that there is room again.
    not_full: Condvar,
    /// Announces that there is an item again.
    not_empty: Condvar,
    /// How many items there is room for.
    capacity: usize,
}

impl<T> Buffer<T> {
    /// An empty buffer with room for `capacity` items, at least one.
    pub fn new(capacity: usize) -> Buffer<T> {
        // TODO 1: nothing is inside yet.
        todo!("an empty buffer with room for {capacity} items")
    }

    /// Puts an item in. Waits while there is no room.
    pub fn put(&self, item: T) {
        // TODO 2: wait for room, put the item in, tell one who waits for an item.
        let _ = (item, &self.not_full, self.capacity);
        todo!("put the item in")
    }

    /// Takes the oldest item out. Waits while there is none.
    pub fn get(&self) -> T {
        // TODO 3: wait for an item, take it out, tell one who waits for room.
        let _ = &self.not_empty;
        todo!("take the oldest item out")
    }

    /// How many items are inside.
    pub fn len(&self) -> usize {
        // TODO 1
        let _ = &self.items;
        todo!("count the items")
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
