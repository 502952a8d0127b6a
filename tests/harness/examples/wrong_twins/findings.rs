//! Bodies that end in each of the ways a test can end.

use harness::prelude::*;
use std::panic::catch_unwind;

#[claim(value)]
pub fn holds() {
    let eggs = [1, 2];
    expect!(eggs.len() == 2, WrongResult, "an egg is missing");
}

#[claim(value)]
pub fn exits() {
    std::process::exit(0);
}

#[claim(nothing_left)]
pub fn leaks() {
    let ovens = 2;
    expect!(ovens == 0, Leak, "{ovens} ovens are still on");
}

#[claim(value)]
pub fn panics() {
    panic!("burnt");
}

#[claim(value)]
pub fn is_not_started() {
    std::thread::spawn(|| todo!("cook")).join().unwrap();
}

#[claim(value)]
pub fn second_hand() {
    within("a cook", || {
        std::thread::spawn(|| panic!("burnt")).join().unwrap()
    });
}

/// Two tests, as the grader runs them in one process.
pub(crate) fn not_started_and_then_burnt() {
    assert!(catch_unwind(is_not_started).is_err());
    second_hand();
}

#[claim(value)]
pub fn draws() {
    tell_a_number();
}

#[claim(value)]
pub fn draws_too() {
    tell_a_number();
}

/// Two tests come before it, and one of them draws as well.
pub(crate) fn draws_after_others() {
    holds();
    assert!(catch_unwind(draws_too).is_err());
    draws();
}

fn tell_a_number() {
    let drawn = random().u64(..);
    fail(Finding::new(Verdict::WrongResult, drawn.to_string()));
}
