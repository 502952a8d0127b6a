//! `token_ring`: three threads copy a number around a ring, each in one step, and a fourth claims that afterwards all
//! have the same. They have when the steps were taken in the order of the ring, and nothing sees to that.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use crate::threads::join_all;

/// What the failed assertion says.
pub const SHOWS: &str = "the places of the ring differ";

struct Ring {
    places: [u32; 3],
    done: [bool; 3],
}

impl Ring {
    fn step(&mut self, place: usize) {
        self.places[place] = match place {
            0 => (self.places[2] + 1) % 4,
            _ => self.places[place - 1],
        };
        self.done[place] = true;
    }

    fn check(&self) {
        let same = self.places.iter().all(|place| *place == self.places[0]);
        assert!(self.done.contains(&false) || same, "{SHOWS}");
    }
}

/// Outcomes: `()`, and a failed assertion where the steps came in another order.
pub fn wrong() {
    run(|_, _| true);
}

/// Outcomes: `()`: a place waits for the one before it.
pub fn right() {
    run(|ring, place| place == 0 || ring.done[place - 1]);
}

fn run(may_step: fn(&Ring, usize) -> bool) {
    let ring = Arc::new((
        Mutex::new(Ring {
            places: [1, 2, 1],
            done: [false; 3],
        }),
        Condvar::new(),
    ));
    let mut handles: Vec<_> = (0..3)
        .map(|place| {
            let shared = Arc::clone(&ring);
            thread::spawn(move || {
                let (ring, stepped) = &*shared;
                let ring = ring.lock().unwrap();
                let mut ring = stepped
                    .wait_while(ring, |ring| !may_step(ring, place))
                    .unwrap();
                ring.step(place);
                stepped.notify_all();
            })
        })
        .collect();
    handles.push(thread::spawn(move || ring.0.lock().unwrap().check()));
    join_all(handles);
}
