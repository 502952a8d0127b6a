//! `phase01`: two phases, two locks, and a thread that keeps the first lock for ever.

use std::mem::forget;
use std::sync::{Arc, Mutex};

use crate::threads::both;

/// Outcomes: a deadlock in every interleaving: whoever comes second waits for a lock that nobody will release.
pub fn wrong() {
    run(|lock| forget(lock.lock()));
}

/// Outcomes: `()`.
pub fn right() {
    run(|lock| drop(lock.lock()));
}

fn run(second_time: fn(&Mutex<()>)) {
    let locks = Arc::new((Mutex::new(()), Mutex::new(())));
    let theirs = Arc::clone(&locks);
    both(
        move || phases(&locks, second_time),
        move || phases(&theirs, second_time),
    );
}

fn phases((first, second): &(Mutex<()>, Mutex<()>), second_time: fn(&Mutex<()>)) {
    drop(first.lock());
    second_time(first);
    drop(second.lock());
    drop(second.lock());
}
