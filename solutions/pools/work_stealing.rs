//! # Work stealing: an idle cook helps
//!
//! In the morning each cook gets a pile of orders of its own. Nobody asks anybody, and nobody waits at a common rail: one
//! takes from one's own pile. But the piles are not equally long, and a roast takes longer than a salad. So a cook whose
//! pile is empty goes to the others and takes something from the far end of one of theirs. Nobody is idle while an order
//! waits, no order is lost, and none is made twice.

use crossbeam::deque::{Steal, Stealer, Worker};
use std::thread;

/// Calls `cook` once with each order of all the `piles`, with one thread for each pile.
pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let own: Vec<Worker<T>> = piles.into_iter().map(deque).collect();
    let all: Vec<Stealer<T>> = own.iter().map(Worker::stealer).collect();
    let (all, cook) = (&all, &cook);
    thread::scope(|scope| {
        for own in own {
            // The deque moves into its thread: a `Worker` cannot be shared, and so only its owner ever pops.
            scope.spawn(move || {
                while let Some(order) = own.pop().or_else(|| steal(all)) {
                    cook(order);
                }
            });
        }
    });
}

fn deque<T>(pile: Vec<T>) -> Worker<T> {
    // Last in, first out for the owner: it works at one end and the thieves at the other, so they seldom meet.
    let deque = Worker::new_lifo();
    pile.into_iter().for_each(|order| deque.push(order));
    deque
}

/// An order of anybody; `None` only when all the piles were seen empty.
fn steal<T>(all: &[Stealer<T>]) -> Option<T> {
    loop {
        // Collecting takes the first success. Without one it is `Retry` if any steal said so, and else `Empty`.
        match all.iter().map(Stealer::steal).collect() {
            Steal::Success(order) => return Some(order),
            Steal::Empty => return None,
            // The decisive line: a lost race is no empty pile. Who goes home here leaves orders to somebody who is busy.
            Steal::Retry => continue,
        }
    }
}

// Wrong turns
// - each its own pile and nothing else: one works, the others watch (wrong/static_split.rs is serial).
// - stealing once: after one order the helper goes home (wrong/steals_once.rs is serial).
// - asking only the neighbour: the full pile may be somebody else's (wrong/asks_the_neighbour.rs is serial).
// - `success()` on a steal: a `Retry` counts as empty (wrong/retry_is_empty.rs ends in a deadlock of the kitchen).
// - a stolen batch of which one order is cooked: the rest is gone (wrong/drops_the_batch.rs).
