//! `deadlock01`: two locks, taken in opposite orders.

use std::sync::{Arc, Mutex};

use crate::threads::both;

/// Outcomes: `()` and a deadlock.
pub fn wrong() {
    run([1, 0]);
}

/// Outcomes: `()`: both threads take the locks in the same order.
pub fn right() {
    run([0, 1]);
}

fn run(order_of_the_second: [usize; 2]) {
    let locks = Arc::new([Mutex::new(1), Mutex::new(1)]);
    let theirs = Arc::clone(&locks);
    both(
        move || add(&locks, [0, 1], 1),
        move || add(&theirs, order_of_the_second, -1),
    );
}

fn add(locks: &[Mutex<i32>; 2], [first, second]: [usize; 2], amount: i32) {
    let mut outer = locks[first].lock().unwrap();
    let mut inner = locks[second].lock().unwrap();
    *outer += amount;
    *inner += amount;
}
