//! What an exploration says about a body.

use interleave::{Explore, Outcome, outcomes};
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Arc, Mutex};
use interleave_std::thread;

fn racy() -> u32 {
    let counter = Arc::new(AtomicU32::new(0));
    let add = |c: &AtomicU32| c.store(c.load(SeqCst) + 1, SeqCst);
    let other = counter.clone();
    let handle = thread::spawn(move || add(&other));
    add(&counter);
    handle.join().unwrap();
    counter.load(SeqCst)
}

#[test]
fn a_lost_update_is_among_the_results() {
    let found = outcomes(racy);
    assert_eq!(found.set(), "{1, 2}");
    assert!(found.is_exhaustive());
}

#[test]
fn results_sort_as_people_count_and_faults_come_last() {
    let found = outcomes(|| {
        let n = Arc::new(AtomicU32::new(9));
        let m = n.clone();
        let handle = thread::spawn(move || m.store(10, SeqCst));
        let seen = n.load(SeqCst);
        let locked = Mutex::new(());
        let _first = locked.lock().unwrap();
        if n.load(SeqCst) != seen {
            drop(locked.lock());
        }
        drop(handle);
        seen
    });
    assert_eq!(found.set(), "{9, 10, deadlock}");
}

#[test]
fn the_same_exploration_twice_gives_the_same_text() {
    let run = || {
        format!(
            "{:?}",
            Explore {
                max_executions: 3,
                samples: 50,
                ..Explore::default()
            }
            .outcomes(racy)
        )
    };
    assert_eq!(run(), run());
}

#[test]
fn the_shortest_schedule_has_the_fewest_preemptions() {
    let lost = |o: &Outcome<u32>| matches!(o, Outcome::Value(1));
    let found = Explore::default()
        .shortest(racy, lost)
        .expect("the update can be lost");
    assert_eq!(found.preemptions, 1);
    assert!(found.schedule.to_string().contains("load"));
}

#[test]
fn a_good_program_has_no_counterexample() {
    let bad = |o: &Outcome<u32>| !matches!(o, Outcome::Value(1 | 2));
    assert!(Explore::default().shortest(racy, bad).is_none());
}
