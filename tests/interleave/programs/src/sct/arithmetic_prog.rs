//! `arithmetic_prog`: a producer and a consumer add up 0 + 1 + … + n, and the author claims that the sum is not
//! n (n + 1) / 2. It always is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

use super::handshake::Handshake;
use crate::threads::both;

const ROUNDS: u32 = 3;

/// What the failed assertion says.
pub const SHOWS: &str = "the sum is 6";

/// Outcomes: the assertion fails in every interleaving.
pub fn wrong() {
    let total = sum();
    assert!(total != ROUNDS * (ROUNDS + 1) / 2, "the sum is {total}");
}

/// Outcomes: `()`.
pub fn right() {
    assert_eq!(sum(), ROUNDS * (ROUNDS + 1) / 2);
}

fn sum() -> u32 {
    let handshake = Arc::new(Handshake::new(0));
    let total = Arc::new(AtomicU32::new(0));
    let (giver, taker, sum) = (Arc::clone(&handshake), handshake, Arc::clone(&total));
    both(
        move || (0..ROUNDS).for_each(|_| giver.produce()),
        move || {
            for round in 0..ROUNDS {
                taker.consume(1, || add(&sum, round));
            }
            add(&sum, ROUNDS);
        },
    );
    total.load(SeqCst)
}

fn add(total: &AtomicU32, amount: u32) {
    let before = total.load(SeqCst);
    total.store(before + amount, SeqCst);
}
