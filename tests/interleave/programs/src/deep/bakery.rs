//! Lamport's bakery (1974) without its `choosing` flags.
//!
//! Whoever wants in draws a number one larger than all that are out, then waits for everybody with a smaller one. To
//! draw is not indivisible: two may draw the same, and the one with the smaller index may write it down after the
//! other has already looked and gone in. The flags make the others wait until a number is written down.

use std::hint::spin_loop;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

use crate::threads::join_all;

const THREADS: usize = 3;
const ROUNDS: usize = 2;

/// What the failed assertion says.
pub const SHOWS: &str = "two threads are inside";

#[derive(Default)]
struct Bakery {
    numbers: [AtomicU32; THREADS],
    choosing: [AtomicBool; THREADS],
    /// Witness: how many are inside.
    inside: AtomicU32,
}

impl Bakery {
    fn draw(&self, me: usize) {
        let largest = self.numbers.iter().map(|number| number.load(SeqCst)).max();
        self.numbers[me].store(largest.unwrap_or(0) + 1, SeqCst);
    }

    fn draw_announced(&self, me: usize) {
        self.choosing[me].store(true, SeqCst);
        self.draw(me);
        self.choosing[me].store(false, SeqCst);
    }

    fn wait_for(&self, other: usize, me: usize) {
        while self.choosing[other].load(SeqCst) {
            spin_loop();
        }
        let mine = (self.numbers[me].load(SeqCst), me);
        loop {
            let theirs = self.numbers[other].load(SeqCst);
            if theirs == 0 || (theirs, other) > mine {
                return;
            }
            spin_loop();
        }
    }

    fn visit(&self, me: usize, draw: fn(&Bakery, usize)) {
        draw(self, me);
        for other in (0..THREADS).filter(|other| *other != me) {
            self.wait_for(other, me);
        }
        assert!(self.inside.fetch_add(1, SeqCst) == 0, "{SHOWS}");
        self.inside.fetch_sub(1, SeqCst);
        self.numbers[me].store(0, SeqCst);
    }
}

/// Outcomes: `()`, and a failed assertion where a number is written down late.
pub fn wrong() {
    run(Bakery::draw);
}

/// Outcomes: `()`.
pub fn right() {
    run(Bakery::draw_announced);
}

fn run(draw: fn(&Bakery, usize)) {
    let bakery = Arc::new(Bakery::default());
    let handles = (0..THREADS)
        .map(|me| {
            let bakery = Arc::clone(&bakery);
            thread::spawn(move || (0..ROUNDS).for_each(|_| bakery.visit(me, draw)))
        })
        .collect();
    join_all(handles);
}
