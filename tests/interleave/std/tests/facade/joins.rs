//! Spawning, joining, names.

use crate::support::{only, results};
use interleave_std::thread;

#[test]
fn join_gives_the_panic_of_a_thread() {
    let message = only(|| {
        let child = thread::spawn(|| -> u32 { panic!("boom {}", 1) });
        interleave::message(&*child.join().unwrap_err())
    });
    assert_eq!(message, "\"boom 1\"");
}

#[test]
fn unwrapping_a_panicked_join_panics_as_in_std() {
    let outcome = results(|| thread::spawn(|| panic!("x")).join().unwrap());
    assert_eq!(
        outcome,
        ["panic: called `Result::unwrap()` on an `Err` value: Any { .. }"]
    );
}

#[test]
fn is_finished_is_true_or_false_while_the_thread_may_run() {
    let seen = results(|| {
        let child = thread::spawn(thread::yield_now);
        let finished = child.is_finished();
        child.join().unwrap();
        finished
    });
    assert_eq!(seen, ["false", "true"]);
}

#[test]
fn a_detached_thread_does_not_keep_the_program_alive() {
    let value = only(|| {
        thread::spawn(thread::park);
        1
    });
    assert_eq!(value, "1");
}

#[test]
fn spawning_brings_no_branch_of_its_own() {
    // trap: a new thread runs to its first operation at once, so two idle threads have one interleaving of their ends
    let outcomes = interleave::outcomes(|| {
        let child = thread::spawn(|| 1);
        child.join().unwrap()
    });
    assert_eq!(outcomes.executions(), 1);
}

#[test]
fn a_thread_is_known_by_its_name_and_identity() {
    let told = only(|| {
        let child = thread::Builder::new()
            .name("cook".into())
            .spawn(|| {
                (
                    thread::current().name().map(str::to_owned),
                    thread::current().id(),
                )
            })
            .unwrap();
        let same = child.thread().id();
        let (name, id) = child.join().unwrap();
        (
            name,
            id == same,
            id == thread::current().id(),
            thread::current().name().map(str::to_owned),
        )
    });
    assert_eq!(told, "(Some(\"cook\"), true, false, Some(\"main\"))");
}

#[test]
fn a_name_with_a_zero_byte_is_refused_as_in_std() {
    let outcome = only(|| {
        thread::Builder::new()
            .name("a\0b".into())
            .spawn(|| ())
            .map(drop)
            .is_ok()
    });
    assert_eq!(
        outcome,
        "panic: thread name may not contain interior null bytes"
    );
}

#[test]
fn every_machine_has_two_processors() {
    assert_eq!(only(|| thread::available_parallelism().unwrap()), "2");
}
