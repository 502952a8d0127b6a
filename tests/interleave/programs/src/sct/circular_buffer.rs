//! `circular_buffer`: a sender and a receiver take turns by two flags and look at them seven times each. The receiver
//! takes the number of the look for the number of the message, but a look can come too early.

use std::sync::{Arc, Mutex};

use crate::threads::both;

const LOOKS: usize = 7;
const CAPACITY: usize = 10;

/// What the failed assertion says.
pub const SHOWS: &str = "received another message than expected";

struct Buffer {
    slots: [usize; CAPACITY],
    first: usize,
    next: usize,
    may_send: bool,
    may_receive: bool,
}

impl Buffer {
    fn new() -> Self {
        Self {
            slots: [0; CAPACITY],
            first: 0,
            next: 0,
            may_send: true,
            may_receive: false,
        }
    }

    /// Whether it was the sender's turn.
    fn send(&mut self, message: usize) -> bool {
        if !self.may_send {
            return false;
        }
        self.slots[self.next] = message;
        self.next = (self.next + 1) % CAPACITY;
        (self.may_send, self.may_receive) = (false, true);
        true
    }

    fn receive(&mut self) -> Option<usize> {
        if !self.may_receive {
            return None;
        }
        let message = self.slots[self.first];
        self.first = (self.first + 1) % CAPACITY;
        (self.may_send, self.may_receive) = (true, false);
        Some(message)
    }
}

/// Outcomes: `()` when sender and receiver take turns by luck, else the assertion fails.
pub fn wrong() {
    run(|look, _| look);
}

/// Outcomes: `()`: both number the messages, not the looks.
pub fn right() {
    run(|_, done| done);
}

/// `number` chooses between the number of the look and the number of transfers until now.
fn run(number: fn(usize, usize) -> usize) {
    let buffer = Arc::new(Mutex::new(Buffer::new()));
    let (outgoing, incoming) = (Arc::clone(&buffer), buffer);
    both(
        move || {
            let mut sent = 0;
            for look in 0..LOOKS {
                sent += usize::from(outgoing.lock().unwrap().send(number(look, sent)));
            }
        },
        move || {
            let mut received = 0;
            for look in 0..LOOKS {
                // the lock is released before the claim: a poisoned one would be a second failure
                let message = incoming.lock().unwrap().receive();
                if let Some(message) = message {
                    assert!(message == number(look, received), "{SHOWS}");
                    received += 1;
                }
            }
        },
    );
}
