//! Programs without an end: they are decided within a budget of steps, and nobody is called endless who is not.

use interleave::{Explore, Outcome, outcomes};
use interleave_std::sync::{Arc, Mutex};
use interleave_std::thread;

/// Takes one of the permits; looks again and again where it should sleep.
fn acquire(permits: &Mutex<u32>) {
    loop {
        let mut free = permits.lock().unwrap();
        if *free > 0 {
            *free -= 1;
            return;
        }
        drop(free);
        thread::yield_now();
    }
}

/// Three threads take a permit and give it back.
fn takes_turns_spinning() {
    let permits = Mutex::new(1);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                acquire(&permits);
                *permits.lock().unwrap() += 1;
            });
        }
    });
}

/// Two threads wait for a permit that never comes.
fn waits_for_ever_spinning() {
    let permits = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&permits);
    thread::spawn(move || acquire(&theirs));
    acquire(&permits);
}

/// Lets go when the second lock is busy, and tries again: two can do so in step for ever.
fn polite() {
    let locks = [Mutex::new(()), Mutex::new(())];
    let both = |first: usize| {
        loop {
            let _first = locks[first].lock().unwrap();
            if locks[1 - first].try_lock().is_ok() {
                return;
            }
            thread::yield_now();
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| both(0));
        both(1);
    });
}

const BUDGET: u64 = 2_000_000;

#[test]
fn a_program_that_spins_is_decided_within_its_budget_of_steps() {
    for (body, shows) in [
        (takes_turns_spinning as fn(), Outcome::Value(())),
        (waits_for_ever_spinning, Outcome::Livelock),
        (polite, Outcome::Livelock),
    ] {
        let found = outcomes(body);
        assert!(found.iter().any(|o| *o.0 == shows), "{found:?}");
        // As many for the systematic search as for the samples, and what the last execution of each takes.
        assert!(found.steps() <= 2 * BUDGET + 4_000, "{}", found.steps());
    }
}

#[test]
fn threads_that_spin_for_a_permit_in_turn_are_no_livelock() {
    assert_eq!(outcomes(takes_turns_spinning).set(), "{()}");
}

#[test]
fn what_a_budget_cuts_short_is_said_to_be_sampled() {
    let found = Explore {
        max_total_steps: 10_000,
        ..Explore::default()
    }
    .outcomes(waits_for_ever_spinning);
    assert_eq!(found.set(), "{livelock}");
    assert!(!found.is_exhaustive() && found.steps() <= 24_000);
}

#[test]
fn a_livelock_has_a_shortest_schedule() {
    let endless = |o: &Outcome<()>| *o == Outcome::Livelock;
    let found = Explore::default().shortest(waits_for_ever_spinning, endless);
    assert_eq!(found.expect("nobody gives a permit").preemptions, 0);
}
