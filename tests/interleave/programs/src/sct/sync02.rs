//! `sync02`: two rounds of produce and consume that start with two items too many, so that the consumer is done before
//! the producer is.

use std::sync::Arc;

use super::handshake::Handshake;
use crate::threads::both;

const ROUNDS: u32 = 2;

/// Outcomes: a deadlock in every interleaving.
pub fn wrong() {
    run(2);
}

/// Outcomes: `()`: nothing is there at the start.
pub fn right() {
    run(0);
}

fn run(at_the_start: u32) {
    let handshake = Arc::new(Handshake::new(at_the_start));
    let consumer = Arc::clone(&handshake);
    both(
        move || (0..ROUNDS).for_each(|_| handshake.produce()),
        move || (0..ROUNDS).for_each(|_| consumer.consume(1, || ())),
    );
}
