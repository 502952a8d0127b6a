//! `lazy01`: two threads add 1 and 2 under a lock; a third one claims, under the same lock, that 3 is never reached.
//! A lock makes each section indivisible; it does not choose who comes last.

use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join_all;

/// What the failed assertion says.
pub const SHOWS: &str = "the sum is 3";

/// Outcomes: `()`, and a failed assertion where the third thread comes last.
pub fn wrong() {
    run(3);
}

/// Outcomes: `()`: 3 is a possible sum.
pub fn right() {
    run(4);
}

fn run(never: u32) {
    let data = Arc::new(Mutex::new(0));
    let steps: [Box<dyn Fn(&Mutex<u32>) + Send>; 3] = [
        Box::new(|data| *data.lock().unwrap() += 1),
        Box::new(|data| *data.lock().unwrap() += 2),
        Box::new(move |data| {
            let sum = data.lock().unwrap();
            assert!(*sum < never, "the sum is {sum}");
        }),
    ];
    let start = |step: Box<dyn Fn(&Mutex<u32>) + Send>| {
        let data = Arc::clone(&data);
        thread::spawn(move || step(&data))
    };
    join_all(steps.into_iter().map(start).collect());
}
