//! `squares`: a process for each number, all alive at once, lines in the order of the numbers.
//!
//! Processes are not part of the model, so these tests start real ones. What they do, the tests say.

use crate::turns::Turns;
use harness::prelude::*;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// A program whose processes do what `act` says.
fn program(act: impl Fn(&mut Actor) + Send + Sync + 'static) -> Program {
    Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 16, act)
}

/// More than the usual pool of 4 or 8.
const MANY: usize = 9;

/// Says what a worker must say.
fn square(actor: &mut Actor) {
    let number = given(actor);
    actor.print(&format!("{number} squared is {}\n", number * number));
}

/// The worker's number: its only argument.
fn given(actor: &Actor) -> u64 {
    let number = match actor.arguments() {
        [number] => number.parse().ok(),
        _ => None,
    };
    expect!(
        number.is_some(),
        WrongResult,
        "a worker is given one argument, its number; one was given {:?}",
        actor.arguments()
    );
    number.expect("looked at above")
}

/// What the learner's function makes of it, within a deadline.
fn lines(program: &Program, numbers: Vec<u64>) -> Vec<String> {
    let squares: fn(&Path, &[u64]) -> io::Result<Vec<String>> = processes::squares::squares;
    let path = program.path().to_path_buf();
    let result = within("the answers of all workers", move || {
        squares(&path, &numbers)
    });
    match result {
        Ok(lines) => lines,
        Err(error) => fail(Finding::new(
            Verdict::WrongResult,
            format!("all workers can be started, and your result is an error: {error}"),
        )),
    }
}

#[test]
#[claim(value)]
fn the_line_of_a_worker_is_taken_as_it_is() {
    let mut random = random();
    let (number, kitchen) = (random.u64(2..1_000_000), random.u16(..));
    let square = number * number;
    let line = format!("{number} squared is {square}, says kitchen {kitchen}");
    let printed = format!("{line}\n");
    let program = program(move |actor| {
        given(actor);
        actor.print(&printed);
    });
    let found = lines(&program, vec![number]);
    let asked = [format!("worker-1: {line}")];
    expect!(
        found == asked,
        WrongResult,
        "the worker printed {line:?}, so the result must be {asked:?}; yours is {found:?}"
    );
}

#[test]
#[claim(together)]
fn all_the_workers_are_alive_at_the_same_time() {
    let meeting = Arc::new(Meeting::new(MANY, "worker processes"));
    let inside = Arc::clone(&meeting);
    let program = program(move |actor| {
        inside.arrive();
        square(actor);
    });
    let found = lines(&program, (1..).take(MANY).collect());
    let started = program.come(MANY);
    expect!(
        started == MANY,
        WrongResult,
        "there are {MANY} numbers, and you have started {started} workers"
    );
    meeting.check();
    expect!(
        found.len() == MANY,
        WrongResult,
        "{MANY} workers have answered, and you return {found:?}"
    );
}

#[test]
#[claim(nothing_left)]
fn every_worker_is_waited_for() {
    let program = program(square);
    lines(&program, vec![2, 4, 6]);
    program.nothing_left();
}

#[test]
#[claim(snapshot)]
fn the_lines_stand_in_the_order_of_the_numbers_though_the_last_worker_ends_first() {
    let turns = Arc::new(Turns::of(8));
    let inside = Arc::clone(&turns);
    let numbers = [7, 1, 9, 3, 12, 5, 2, 8];
    let program = program(move |actor| {
        let number = given(actor);
        let place = numbers.iter().position(|other| *other == number);
        inside.last_first(place.unwrap_or_default(), || {
            square(actor);
            actor.exit(0);
        });
    });
    let found = lines(&program, numbers.to_vec());
    // Which other order they are in is left to chance.
    expect!(
        !is_another_order(&found, &numbers),
        WrongResult,
        "the numbers are {numbers:?}, and the last worker ended first: all answers came, in another order than the numbers"
    );
    assert_snapshot!(found.join("\n"), @"
    worker-1: 7 squared is 49
    worker-2: 1 squared is 1
    worker-3: 9 squared is 81
    worker-4: 3 squared is 9
    worker-5: 12 squared is 144
    worker-6: 5 squared is 25
    worker-7: 2 squared is 4
    worker-8: 8 squared is 64
    ");
}

/// Whether these lines have the answers to all these numbers, and not in their order.
fn is_another_order(lines: &[String], numbers: &[u64]) -> bool {
    let answers = |lines: &[String]| -> Vec<String> {
        let answers = lines.iter().filter_map(|line| line.split_once(": "));
        answers.map(|(_, answer)| answer.to_string()).collect()
    };
    let (mut found, mut asked) = (
        answers(lines),
        numbers
            .iter()
            .map(|number| format!("{number} squared is {}", number * number))
            .collect::<Vec<_>>(),
    );
    let differs = found != asked;
    found.sort();
    asked.sort();
    differs && found == asked
}

#[test]
#[claim(nothing_left)]
fn a_number_that_comes_again_has_a_worker_of_its_own() {
    let program = program(square);
    let found = lines(&program, vec![6, 7, 6]);
    program.nothing_left();
    // In which order they stand is asked elsewhere, where the order of the ends is certain.
    let answers = found.iter().map(|line| match line.split_once(": ") {
        Some((_, answer)) => answer,
        None => line.as_str(),
    });
    let mut answers: Vec<&str> = answers.collect();
    answers.sort_unstable();
    let asked = ["6 squared is 36", "6 squared is 36", "7 squared is 49"];
    let started = program.started();
    expect!(
        answers == asked && started == 3,
        WrongResult,
        "the numbers are 6, 7 and 6: 3 workers have these answers: {asked:?}; you have started {started}, and their answers are \
         {answers:?}"
    );
}

#[test]
#[claim(value)]
fn no_number_needs_no_worker() {
    let program = program(square);
    let found = lines(&program, vec![]);
    expect!(
        found.is_empty() && program.started() == 0,
        WrongResult,
        "there was no number; you have started {} workers and return {found:?}",
        program.started()
    );
}

#[test]
#[claim(value)]
fn a_program_that_is_missing_is_an_error() {
    let program = program(square);
    let missing = program.path().with_file_name("nowhere");
    let result = within("a program that is missing", move || {
        processes::squares::squares(&missing, &[1, 2])
    });
    expect!(
        result.is_err(),
        WrongResult,
        "there is no such program, and your result is {result:?}"
    );
}
