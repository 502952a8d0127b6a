//! `sync01`: a producer waits until the one item is gone, and a consumer looks at it without taking it.

use std::sync::Arc;

use super::handshake::Handshake;
use crate::threads::both;

/// Outcomes: a deadlock in every interleaving.
pub fn wrong() {
    run(0);
}

/// Outcomes: `()`: the consumer takes the item.
pub fn right() {
    run(1);
}

fn run(taken: u32) {
    let handshake = Arc::new(Handshake::new(1));
    let consumer = Arc::clone(&handshake);
    both(
        move || handshake.produce(),
        move || consumer.consume(taken, || ()),
    );
}
