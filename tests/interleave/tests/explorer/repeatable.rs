//! The same exploration says the same twice, and a body that does not let it is found out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use interleave::{Explore, Outcome, outcomes};
use interleave_programs::{buffer, philosophers, racy};
use interleave_std::sync::Mutex;
use interleave_std::thread;

fn twice(explore: impl Fn() -> String) {
    assert_eq!(explore(), explore());
}

#[test]
fn a_search_says_the_same_twice() {
    twice(|| format!("{:?}", outcomes(|| racy(3, 2))));
    twice(|| format!("{:?}", outcomes(|| buffer(2, 1, 1))));
}

#[test]
fn a_sample_says_the_same_twice_and_something_else_with_another_seed() {
    let sampled = |seed| {
        let explore = Explore {
            max_executions: 50,
            samples: 300,
            seed,
            ..Explore::default()
        };
        format!("{:?}", explore.outcomes(|| racy(3, 2)))
    };
    twice(|| sampled(1));
    assert_ne!(sampled(1), sampled(2));
}

#[test]
fn the_shortest_schedule_is_the_same_twice() {
    twice(|| {
        let deadlock = |outcome: &Outcome<u32>| matches!(outcome, Outcome::Deadlock);
        let found = Explore::default().shortest(|| philosophers(3, false), deadlock);
        let found = found.expect("three philosophers can deadlock");
        format!(
            "{} {} {}",
            found.preemptions, found.executions, found.schedule
        )
    });
}

#[test]
#[should_panic(expected = "not deterministic")]
fn a_body_that_changes_from_run_to_run_is_reported() {
    let runs = AtomicU32::new(0);
    outcomes(|| {
        let run = runs.fetch_add(1, Relaxed);
        let (additions, sum) = (run % 3, Arc::new(Mutex::new(0)));
        let theirs = Arc::clone(&sum);
        let adder =
            thread::spawn(move || (0..additions).for_each(|_| *theirs.lock().unwrap() += 1));
        *sum.lock().unwrap() += 1;
        adder.join().unwrap();
    });
}

/// All model threads share one OS thread, and std counts panics by OS thread: a count that is left over would make
/// every later panic of the test look like one in a destructor.
#[test]
fn an_exploration_leaves_no_panic_behind() {
    let lock_and_panic = |lock: &Mutex<()>| {
        let _guard = lock.lock();
        panic!("inside");
    };
    outcomes(|| {
        let locks = Arc::new([Mutex::new(()), Mutex::new(())]);
        let theirs = Arc::clone(&locks);
        thread::spawn(move || lock_and_panic(&theirs[1]));
        lock_and_panic(&locks[0])
    });
    assert!(!std::thread::panicking());
}
