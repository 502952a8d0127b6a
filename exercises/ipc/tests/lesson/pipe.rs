//! `pipe`: a question goes in, an answer comes out, whatever their sizes, and no process is left.
//!
//! Processes are not part of the model: the program of these tests is a real one, and does what each test says.

use harness::prelude::*;
use ipc::pipe::ask;
use std::io;
use std::path::{Path, PathBuf};

/// More than the pipes of any system hold.
const LARGE: usize = 512 * 1024;

fn program(act: impl Fn(&mut Actor) + Send + Sync + 'static) -> Program {
    Program::acted(env!("CARGO_BIN_EXE_ipc-hand"), 2, act)
}

fn asked(program: &Program, what: &str, question: Vec<u8>) -> io::Result<Vec<u8>> {
    let path: PathBuf = program.path().to_path_buf();
    let ask: fn(&Path, &[u8]) -> io::Result<Vec<u8>> = ask;
    within(what, move || ask(&path, &question))
}

fn answer(program: &Program, what: &str, question: Vec<u8>) -> Vec<u8> {
    let answer = asked(program, what, question);
    expect!(
        answer.is_ok(),
        WrongResult,
        "the program ended with exit code 0, and `ask` returned the error: {}",
        answer.expect_err("looked at above")
    );
    answer.expect("looked at above")
}

/// A word that nobody can know beforehand.
fn word() -> String {
    format!("dough-{:x}", random().u64(..))
}

#[test]
#[claim(value)]
fn the_answer_to_a_question_comes_back() {
    let program = program(|actor| {
        let mut heard = actor.read_to_end();
        heard.reverse();
        actor.print(&String::from_utf8_lossy(&heard));
    });
    let question = word();
    let expected: String = question.chars().rev().collect();
    let what = "a program that reads to the end of its input, then answers";
    let heard = answer(&program, what, question.clone().into_bytes());
    let heard = String::from_utf8_lossy(&heard);
    expect!(
        heard == expected,
        WrongResult,
        "the question was {question:?} and the program answered {expected:?}; `ask` returned {heard:?}"
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn a_program_may_answer_while_it_is_still_being_asked() {
    let program = program(|actor| {
        while let Some(line) = actor.read_line() {
            actor.print(&format!("{line}\n"));
        }
    });
    let line = "x".repeat(32 * 1024 - 1) + "\n";
    let question = line.repeat(LARGE / line.len());
    let what = "a program that answers each line at once (the pipes hold less than the question)";
    let heard = answer(&program, what, question.clone().into_bytes());
    // How many bytes one `read` brings is left to chance.
    let returned = match heard.len() < question.len() {
        true => "fewer",
        false => "others",
    };
    expect!(
        heard == question.as_bytes(),
        WrongResult,
        "the program sent back all {} bytes, and `ask` returned {returned}",
        question.len()
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn question_and_answer_need_not_be_text() {
    let program = Program::watched(env!("CARGO_BIN_EXE_ipc-echo"), 2);
    let mut question: Vec<u8> = (0..=255).filter(|byte| *byte != b'\n').collect();
    random().shuffle(&mut question);
    // At the end, so that standard output, which is cut at line breaks, sends all in one piece.
    question.push(b'\n');
    let heard = answer(
        &program,
        "a program that sends back what it hears",
        question.clone(),
    );
    // Where a program changes something is left to chance.
    expect!(
        heard == question,
        WrongResult,
        "each of the 256 bytes was sent once, and all of them came back; `ask` returned something else, of {} bytes",
        if heard.len() == question.len() {
            "as many"
        } else {
            "fewer or more"
        }
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn a_program_that_has_heard_enough_is_no_error() {
    let told = word();
    let program = program({
        let told = told.clone();
        move |actor| actor.print(&told)
    });
    let what = "a program that answers without reading and ends";
    let heard = answer(&program, what, vec![b'?'; LARGE]);
    let heard = String::from_utf8_lossy(&heard);
    expect!(
        heard == told,
        WrongResult,
        "the program ended after it had answered {told:?}; `ask` returned {heard:?}"
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn a_program_that_fails_is_an_error() {
    let program = program(|actor| {
        actor.read_to_end();
        actor.print("half an answ");
        actor.exit(3);
    });
    let asked = asked(&program, "a program that fails", word().into_bytes());
    expect!(
        asked.is_err(),
        WrongResult,
        "the program ended with exit code 3, and `ask` returned its half of an answer"
    );
    program.nothing_left();
}

#[test]
#[claim(value)]
fn a_program_that_does_not_exist_is_an_error() {
    let asked = within("a program that does not exist", || {
        ask(Path::new("no/such/program"), b"hello")
    });
    expect!(
        asked.is_err(),
        WrongResult,
        "no program has that name, and `ask` returned an answer"
    );
}

#[test]
#[claim(nothing_left)]
fn a_program_that_fails_early_is_waited_for_too() {
    let program = program(|actor| actor.exit(3));
    let what = "a program that fails without reading";
    let asked = asked(&program, what, vec![b'?'; LARGE]);
    expect!(
        asked.is_err(),
        WrongResult,
        "the program ended with exit code 3, and `ask` returned an answer"
    );
    program.nothing_left();
}
