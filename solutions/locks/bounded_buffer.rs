//! # Bounded buffer: the pass between kitchen and dining room
//!
//! Cooks put plates on the pass, waiters take them away. The pass has room for a few plates only. A cook who finds it
//! full waits until a waiter takes one. A waiter who finds it empty waits until a cook puts one. Nobody looks again and
//! again: who waits sleeps, and is woken.

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
        Buffer {
            items: Mutex::new(VecDeque::with_capacity(capacity)),
            not_full: Condvar::new(),
            not_empty: Condvar::new(),
            capacity,
        }
    }

    /// Puts an item in. Waits while there is no room.
    pub fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        // The decisive line: `while`, not `if`. Between the notification and the moment when this thread has the lock
        // again, another cook may have taken the room.
        while items.len() == self.capacity {
            items = self.not_full.wait(items).unwrap();
        }
        items.push_back(item);
        // The other side is told, never one's own: a woken cook would go back to sleep and the notification be lost.
        self.not_empty.notify_one();
    }

    /// Takes the oldest item out. Waits while there is none.
    pub fn get(&self) -> T {
        let items = self.items.lock().unwrap();
        // `wait_while` is the same loop, written by `std`.
        let mut items = self
            .not_empty
            .wait_while(items, |items| items.is_empty())
            .unwrap();
        let item = items.pop_front().expect("waited until there was one");
        self.not_full.notify_one();
        item
    }

    /// How many items are inside.
    pub fn len(&self) -> usize {
        self.items.lock().unwrap().len()
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

// Wrong turns
// - `if` in place of `while`: a wake-up is no promise (wrong/if_for_while.rs takes from an empty queue).
// - one condition variable and `notify_one`: it may wake the wrong side (wrong/one_condvar.rs sleeps for ever).
// - looking outside the lock, waiting inside: the notification comes in between (wrong/looks_before_locking.rs).
// - no wait in `put`: the buffer grows without bound (wrong/unbounded.rs).
