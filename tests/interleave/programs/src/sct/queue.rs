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
        let mut shared = shared.lock().unwrap();
        if shared.may_dequeue {
            let element = shared.queue.pop_front();
            assert!(
                element == Some(shared.noted[number(look, taken)]),
                "{SHOWS}"
            );
            taken += 1;
            (shared.may_enqueue, shared.may_dequeue) = (true, false);
        }
    }
}
