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
