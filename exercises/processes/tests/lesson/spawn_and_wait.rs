//! `spawn_and_wait`: a process's end as a value, whatever kind of end it is.
//!
//! Processes are not part of the model, so these tests start real ones. What they do, the tests say.

use harness::prelude::*;
use processes::spawn_and_wait::{Failure, run};
use std::fs;
use std::path::{Path, PathBuf};

/// A program whose processes do what `act` says.
fn program(act: impl Fn(&mut Actor) + Send + Sync + 'static) -> Program {
    Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, act)
}

#[test]
#[claim(nothing_left)]
fn the_process_has_ended_when_run_returns() {
    let program = program(|actor| actor.exit(0));
    let result = started(program.path());
    program.nothing_left();
    expect!(
        program.started() == 1,
        WrongResult,
        "the program must be started once; it was started {} times",
        program.started()
    );
    expect!(
        result == Ok(0),
        WrongResult,
        "the program ended with 0, and your result is {result:?}"
    );
}

#[test]
#[claim(value)]
fn the_exit_code_is_the_result_whatever_the_number() {
    let code = random().i32(2..=255);
    let program = program(move |actor| actor.exit(code));
    let result = started(program.path());
    program.nothing_left();
    expect!(
        result == Ok(code),
        WrongResult,
        "the program ended with {code}, and your result is {result:?}"
    );
}

#[test]
#[claim(value)]
fn a_missing_program_is_an_error() {
    let program = program(|_| ());
    let missing = program.path().with_file_name("nowhere");
    let result = started(&missing);
    expect!(
        result == Err(Failure::Missing),
        WrongResult,
        "there is no such program, and your result is {result:?}"
    );
}

#[test]
#[claim(value)]
fn what_is_no_program_cannot_be_started() {
    let program = program(|_| ());
    let folder = program.path().parent().map(PathBuf::from);
    let recipe = program.path().with_file_name("recipe");
    fs::write(&recipe, "flour, butter, sugar").expect("a file beside the program");
    for (what, path) in [
        ("folder", folder.expect("a program lies in a folder")),
        ("recipe", recipe),
    ] {
        let result = started(&path);
        expect!(
            result == Err(Failure::NotStarted),
            WrongResult,
            "a {what} was to be run, which is there and is no program, and your result is {result:?}"
        );
    }
}

/// Elsewhere a process that aborts has an exit code like any other.
#[cfg(unix)]
#[test]
#[claim(value)]
fn death_by_a_signal_is_an_error_and_no_number() {
    let program = program(Actor::abort);
    let result = started(program.path());
    program.nothing_left();
    expect!(
        result == Err(Failure::Killed),
        WrongResult,
        "a signal has ended the program, so there is no exit code. Your result is {result:?}"
    );
}

/// What the learner's function makes of it, within a deadline.
fn started(program: &Path) -> Result<i32, Failure> {
    let run: fn(&Path) -> Result<i32, Failure> = run;
    let program = program.to_path_buf();
    within("the end of one program", move || run(&program))
}
