//! `isolation`: a child's change stays in the child, and the parent knows what it was told.
//!
//! The learner's functions run in processes of their own (tests/programs/isolation.rs), so that a `static` is one place in
//! each of them, and no other test can reach it.

use crate::role::{Ended, run};
use harness::prelude::*;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The learner's program: `take AMOUNT…` or `report PROGRAM AMOUNT…`.
fn program() -> Program {
    let _: fn(u64) -> u64 = processes::isolation::take;
    let _: fn(&Path, &[u64]) -> io::Result<String> = processes::isolation::report;
    Program::watched(env!("CARGO_BIN_EXE_isolation"), 8)
}

/// Children that say what the test wants.
fn children(act: impl Fn(&mut Actor) + Send + Sync + 'static) -> Program {
    Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 8, act)
}

/// The report of the learner's parent about these children.
fn report(parent: &Program, children: &Program, amounts: &[&str]) -> String {
    let path = children.path().to_string_lossy();
    let ended = run(parent, &[&["report", &path], amounts].concat()).well();
    children.nothing_left();
    ended.said
}

#[test]
#[claim(value)]
fn a_child_takes_from_the_store_of_its_own_process() {
    let mut random = random();
    let (first, second) = (random.u64(1..50), random.u64(1..50));
    let amounts = [first.to_string(), second.to_string()];
    let ended = run(&program(), &["take", &amounts[0], &amounts[1]]).well();
    let (once, twice) = (100 - first, 100 - first - second);
    let found: Vec<&str> = ended.said.lines().collect();
    expect!(
        found == [once.to_string(), twice.to_string()],
        WrongResult,
        "of 100 kg one process takes {first} kg and then {second} kg. `take` must return {once} and then {twice}; it returned {}",
        found.join(" and then ")
    );
}

#[test]
#[claim(snapshot)]
fn the_parent_keeps_its_store_until_it_books_what_it_was_told() {
    let program = program();
    let report = report(&program, &program, &["30", "5"]);
    assert_snapshot!(report, @"
    child 1: 70 kg are left in its store
    child 2: 95 kg are left in its store
    parent: 100 kg are in my store
    booked: 65 kg are left
    store: 65 kg
    ");
}

#[test]
#[claim(value)]
fn each_amount_goes_to_a_child_of_its_own() {
    let given = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&given);
    let children = children(move |actor| {
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.push(actor.arguments().join(" "));
        actor.print("90\n");
    });
    report(&program(), &children, &["1", "2", "3"]);
    let mut given = given.lock().unwrap_or_else(PoisonError::into_inner).clone();
    given.sort();
    expect!(
        given == ["take 1", "take 2", "take 3"],
        WrongResult,
        "the children must be called with \"take 1\", \"take 2\" and \"take 3\"; they were called with {given:?}"
    );
}

#[test]
#[claim(value)]
fn what_the_children_say_counts_and_not_what_they_were_told() {
    let mut random = random();
    let said = [0, 1, 2].map(|_| random.u64(70..=100));
    let children = children(move |actor| {
        // The amounts are the places: whoever was told to take 2 says the second number.
        let place = actor.arguments().last().and_then(|text| text.parse().ok());
        let place: usize = place.unwrap_or_default();
        let number = said.get(place.wrapping_sub(1)).unwrap_or(&0);
        actor.print(&format!("{number}\n"));
    });
    let parent = program();
    let found = report(&parent, &children, &["1", "2", "3"]);
    let left = 100 - said.map(|left| 100 - left).iter().sum::<u64>();
    let asked = format!(
        "child 1: {} kg are left in its store\n\
         child 2: {} kg are left in its store\n\
         child 3: {} kg are left in its store\n\
         parent: 100 kg are in my store\n\
         booked: {left} kg are left\n\
         store: {left} kg",
        said[0], said[1], said[2]
    );
    expect!(
        found.lines().eq(asked.lines()),
        WrongResult,
        "these children obey nobody: they said {said:?}.\nasked for:\n{asked}\nyour report:\n{found}"
    );
}

#[test]
#[claim(value)]
fn a_child_that_says_no_number_is_an_error() {
    let children = children(|actor| actor.print("nothing is left\n"));
    let path = children.path().to_string_lossy().into_owned();
    let ended = run(&program(), &["report", &path, "10"]);
    children.nothing_left();
    is_an_error(
        &ended,
        "the child said \"nothing is left\", which is no number",
    );
}

#[test]
#[claim(nothing_left)]
fn who_says_no_number_leaves_no_child_behind() {
    let children = children(|actor| {
        let words = match actor.arguments().last().map(String::as_str) {
            Some("1") => "nothing is left\n",
            _ => "90\n",
        };
        actor.print(words);
    });
    let path = children.path().to_string_lossy().into_owned();
    let ended = run(&program(), &["report", &path, "1", "2", "3"]);
    children.nothing_left();
    is_an_error(
        &ended,
        "the first of 3 children said \"nothing is left\", which is no number",
    );
}

#[test]
#[claim(value)]
fn a_program_that_is_missing_is_an_error() {
    let parent = program();
    let missing = parent.path().with_file_name("nowhere");
    let ended = run(&parent, &["report", &missing.to_string_lossy(), "10"]);
    is_an_error(&ended, "there is no such program");
}

/// `report` has returned an error, and its process has gone on to its own end.
fn is_an_error(ended: &Ended, why: &str) {
    expect!(
        ended.code == Some(1),
        WrongResult,
        "{why}, so `report` must return an error. It said:\n{}{}",
        ended.said,
        ended.complained
    );
}
