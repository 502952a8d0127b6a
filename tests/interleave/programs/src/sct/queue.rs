//! `queue`: like `circular_buffer`, with a queue of twenty places. The producer notes what it has put in; the consumer
//! compares what it takes out with the note for this *look*, which need not be the note for this element.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use crate::threads::both;

const SIZE: usize = 20;

/// What the failed assertion says.
pub const SHOWS: &str = "took out another element than expected";

struct Shared {
    queue: VecDeque<usize>,
    noted: [usize; SIZE],
    may_enqueue: bool,
    may_dequeue: bool,
}

impl Shared {
    /// If it is the consumer's turn: the first element, and what was noted under `number`.
    fn dequeue(&mut self, number: usize) -> Option<(usize, usize)> {
        if !self.may_dequeue {
            return None;
        }
        (self.may_enqueue, self.may_dequeue) = (true, false);
        let element = self.queue.pop_front()?;
        Some((element, self.noted[number]))
    }
}

/// Outcomes: the assertion fails unless the two happen to take turns; there are far too many interleavings to see all.
pub fn wrong() {
    run(|look, _| look);
}

/// Outcomes: `()`: both number the elements, not the looks.
pub fn right() {
    run(|_, done| done);
}

fn run(number: fn(usize, usize) -> usize) {
    let shared = Arc::new(Mutex::new(Shared {
        queue: VecDeque::new(),
        noted: [0; SIZE],
        may_enqueue: true,
        may_dequeue: false,
    }));
    let (producer, consumer) = (Arc::clone(&shared), shared);
    both(
        move || produce(&producer, number),
        move || consume(&consumer, number),
    );
}

fn produce(shared: &Mutex<Shared>, number: fn(usize, usize) -> usize) {
    // the first element goes in without a look at the flags, and without setting them
    shared.lock().unwrap().queue.push_back(0);
    let mut value = 0;
    for look in 0..SIZE - 1 {
        let mut shared = shared.lock().unwrap();
        if shared.may_enqueue {
            value += 1;
            shared.queue.push_back(value);
            shared.noted[number(look + 1, value)] = value;
            (shared.may_enqueue, shared.may_dequeue) = (false, true);
        }
    }
}

fn consume(shared: &Mutex<Shared>, number: fn(usize, usize) -> usize) {
    let mut taken = 0;
    for look in 0..SIZE {
        // the lock is released before the claim: a poisoned one would be a second failure
        let dequeued = shared.lock().unwrap().dequeue(number(look, taken));
        if let Some((element, noted)) = dequeued {
            assert!(element == noted, "{SHOWS}");
            taken += 1;
        }
    }
}
