//! Claims about all interleavings, each with the wrong program that it must reject.

use crate::failing::{ending_of, fails};
use harness::prelude::*;
use interleave_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use interleave_std::sync::{Arc, Mutex};
use interleave_std::thread;

fn racy() -> u32 {
    let count = Arc::new(AtomicU32::new(0));
    let other = Arc::clone(&count);
    let add = |count: &AtomicU32| count.store(count.load(SeqCst) + 1, SeqCst);
    let thread = thread::spawn(move || add(&other));
    add(&count);
    thread.join().unwrap();
    count.load(SeqCst)
}

fn exact() -> u32 {
    let count = Mutex::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *count.lock().unwrap() += 1);
        scope.spawn(|| *count.lock().unwrap() += 1);
    });
    count.into_inner().unwrap()
}

#[test]
fn a_right_program_is_solved() {
    every_interleaving(exact)
        .is("{2}")
        .within("{1, 2}")
        .always("2", |sum| *sum == 2)
        .together(2)
        .leaves_nothing_running();
}

#[test]
fn a_set_with_more_results_than_asked_for_is_a_race() {
    assert_eq!(ending_of("every_interleaving::race").0, "race");
    assert!(fails(|| {
        every_interleaving(racy).within("{2}");
    }));
}

#[test]
fn a_race_comes_with_its_set_and_its_schedule() {
    let (records, _) = crate::failing::records_of("every_interleaving::race");
    assert_eq!(records[1]["outcomes"], "{1, 2}");
    let schedule = records[1]["schedule"].as_str().expect("a schedule");
    assert!(schedule.contains("every_interleaving.rs"), "{schedule}");
}

#[test]
fn a_wrong_value_in_every_interleaving_is_a_wrong_result() {
    let (verdict, message) = ending_of("every_interleaving::wrong");
    assert_eq!(verdict, "wrong_result");
    assert_eq!(message, "every interleaving ends with 2, and right is 3");
}

#[test]
fn a_result_that_cannot_be_reached_is_serial() {
    let (verdict, message) = ending_of("every_interleaving::missing");
    assert_eq!(verdict, "serial");
    assert_eq!(message, "no interleaving ends with 1, and some should");
}

#[test]
fn a_program_that_locks_itself_out_is_a_deadlock() {
    let (verdict, message) = ending_of("every_interleaving::deadlock");
    assert_eq!(verdict, "deadlock");
    assert_eq!(message, "the program ends in a deadlock: nobody can go on");
}

#[test]
fn a_deadlock_that_some_interleavings_avoid_keeps_its_meaning() {
    let (verdict, message) = ending_of("every_interleaving::sometimes");
    assert_eq!(verdict, "deadlock");
    assert_eq!(
        message,
        "some interleavings end in a deadlock: nobody can go on"
    );
}

#[test]
fn a_call_that_returns_does_not_wait_for_ever() {
    let (verdict, message) = ending_of("every_interleaving::returns");
    assert_eq!(verdict, "wrong_result");
    assert_eq!(
        message,
        "the call must wait here, asleep; it returns 2 in every interleaving"
    );
}

#[test]
fn a_panic_behind_a_join_is_told_where_it_began() {
    let (_, message) = ending_of("every_interleaving::second_hand");
    assert_eq!(message, "every interleaving ends in a panic of t1: burnt");
}

#[test]
fn a_poisoned_lock_is_told_with_the_panic_that_poisoned_it() {
    let (_, message) = ending_of("every_interleaving::poisoned");
    let (met, why) = message.split_once('\n').expect("two sentences");
    assert!(met.contains("PoisonError"), "{message}");
    assert_eq!(why, "t1 had panicked with the lock in hand: burnt");
}

#[test]
fn a_claim_about_threads_that_were_never_begun_is_not_started() {
    let (verdict, message) = ending_of("every_interleaving::begun");
    assert_eq!(verdict, "not_started");
    assert_eq!(message, "not yet implemented: cook");
}

#[test]
fn a_deadlock_can_be_given_another_meaning() {
    let (verdict, message) = ending_of("every_interleaving::meaning");
    assert_eq!(
        (verdict.as_str(), message.as_str()),
        ("serial", "nobody came")
    );
}

#[test]
fn threads_one_after_the_other_are_not_together() {
    let (verdict, message) = ending_of("every_interleaving::not_together");
    assert_eq!(verdict, "serial");
    assert!(
        message.contains("each one ends before the next one starts"),
        "{message}"
    );
}

#[test]
fn a_thread_that_runs_on_is_a_leak() {
    assert_eq!(ending_of("every_interleaving::leak").0, "leak");
}

#[test]
fn a_program_that_spins_for_ever_is_a_livelock() {
    let (verdict, message) = ending_of("every_interleaving::livelock");
    assert_eq!(verdict, "livelock");
    assert_eq!(message, "the program never ends: somebody runs on and on");
}

#[test]
fn a_program_that_runs_on_without_any_operation_is_a_livelock_too() {
    let (verdict, message) = ending_of("every_interleaving::stuck");
    assert_eq!(verdict, "livelock");
    assert!(message.contains("endless loop"), "{message}");
}

#[test]
fn a_failed_claim_tells_whether_some_interleaving_is_right() {
    for (program, sometimes) in [
        ("race", Some(true)),
        ("missing", Some(true)),
        ("sometimes", Some(true)),
        ("not_together", Some(true)),
        ("leak", Some(true)),
        ("wrong", Some(false)),
        ("deadlock", Some(false)),
        ("livelock", Some(false)),
        ("returns", Some(false)),
        ("second_hand", Some(false)),
        ("begun", None),
        ("stuck", None),
    ] {
        let (records, _) = crate::failing::records_of(&format!("every_interleaving::{program}"));
        let end = records.last().expect("an end");
        assert_eq!(end["sometimes"].as_bool(), sometimes, "{program}");
    }
}
