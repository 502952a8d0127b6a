//! What would end the process ends the execution with a finding.

use crate::support::only;
use interleave_std::{process, thread};

#[test]
fn exit_is_a_panic_that_says_why() {
    let seen = only(|| -> () { process::exit(3) });
    assert_eq!(
        seen,
        "panic: process::exit(3) ends the whole test run: return from the function instead"
    );
}

#[test]
fn abort_in_a_thread_is_a_panic_of_that_thread() {
    let seen = only(|| {
        let child = thread::spawn(|| -> () { process::abort() });
        interleave::message(&*child.join().unwrap_err())
    });
    assert!(
        seen.contains("process::abort ends the whole test run"),
        "{seen}"
    );
}

#[test]
fn files_and_the_environment_are_the_real_ones() {
    let seen = only(|| {
        let text =
            interleave_std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        (
            text.is_ok(),
            interleave_std::env::var("CARGO_MANIFEST_DIR").is_ok(),
        )
    });
    assert_eq!(seen, "(true, true)");
}

/// Waits for its thread when it is dropped, and takes the result for granted.
struct Joins(Option<thread::JoinHandle<()>>);

impl Drop for Joins {
    fn drop(&mut self) {
        self.0.take().unwrap().join().unwrap();
    }
}

#[test]
fn a_drop_that_joins_is_not_run_when_an_execution_ends_early() {
    // trap: unwound, it would wait for a thread that never ends, and panic in a destructor
    let seen = only(|| {
        let _worker = Joins(Some(thread::spawn(thread::park)));
        thread::park();
    });
    assert_eq!(seen, "deadlock");
}

#[test]
fn a_panic_of_a_worker_that_a_drop_joins_is_a_panic() {
    let seen = only(|| drop(Joins(Some(thread::spawn(|| panic!("worker"))))));
    assert!(
        seen.starts_with("panic: called `Result::unwrap()` on an `Err` value"),
        "{seen}"
    );
}

#[test]
fn a_panic_in_a_drop_during_a_panic_ends_the_process_as_std_does_and_says_why() {
    const MARK: &str = "INTERLEAVE_TEST_ENDS_ITS_PROCESS";
    if interleave_std::env::var_os(MARK).is_some() {
        only(|| {
            let _worker = Joins(Some(thread::spawn(|| panic!("worker"))));
            panic!("body")
        });
        unreachable!("the process has ended");
    }
    let name =
        "endings::a_panic_in_a_drop_during_a_panic_ends_the_process_as_std_does_and_says_why";
    let ended = process::Command::new(interleave_std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(MARK, "1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&ended.stderr);
    assert!(!ended.status.success());
    assert!(
        text.contains("a destructor panicked while a panic was under way"),
        "{text}"
    );
    assert!(text.contains("called `Result::unwrap()`"), "{text}");
}
