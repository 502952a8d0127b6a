//! A program that runs the learner's code, from its start to its end.

use harness::prelude::*;
use std::io;
use std::process::{Child, Command, Output, Stdio};

/// What `todo!` writes in a process that nobody but its output can tell of.
const TODO: &str = "not yet implemented";

/// What stands before the number of a process.
pub(crate) const PROCESS: &str = "by process ";

/// A process that has ended, with everything that it and its workers have printed.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The process that the test has started itself.
    pub(crate) id: u32,
    /// Its exit code; none when a signal has ended it.
    pub(crate) code: Option<i32>,
    /// Its standard output.
    pub(crate) said: String,
    /// Its standard error.
    pub(crate) complained: String,
}

impl Ended {
    /// What it has printed, with letters for the numbers of processes: H for itself, A, B, … for others.
    pub(crate) fn in_letters(&self) -> String {
        let mut others = Vec::new();
        let mut pieces = self.said.split(PROCESS);
        let mut text = pieces.next().unwrap_or_default().to_string();
        for piece in pieces {
            let end = piece.find(|c: char| !c.is_ascii_digit());
            let (id, rest) = piece.split_at(end.unwrap_or(piece.len()));
            text += PROCESS;
            if id == self.id.to_string() {
                text.push('H');
            } else if !id.is_empty() {
                let known = others.iter().position(|other| *other == id);
                let number = known.unwrap_or_else(|| {
                    others.push(id);
                    others.len() - 1
                });
                text.push(char::from(b'A' + (number % 26) as u8));
            }
            text += rest;
        }
        text
    }

    /// The process has ended well: else what it has complained about is the finding.
    pub(crate) fn well(self) -> Ended {
        let complained = self.complained.trim();
        let end = match self.code {
            Some(code) => format!("with exit code {code}"),
            None => "by a signal".to_string(),
        };
        expect!(
            self.code == Some(0),
            WrongResult,
            "the program ended {end} and said:\n{complained}"
        );
        self
    }
}

/// Runs the program to its end, which leaves no process behind.
pub(crate) fn run(program: &Program, arguments: &[&str]) -> Ended {
    let child = start(program, arguments).expect("a process can be started");
    let id = child.id();
    let output = within(
        "the program and all the processes that it has started",
        || child.wait_with_output(),
    );
    let Output {
        status,
        stdout,
        stderr,
    } = output.expect("the end of a process");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let ended = Ended {
        id,
        code: status.code(),
        said: text(&stdout),
        complained: text(&stderr),
    };
    let todo = ended.complained.lines().find(|line| line.contains(TODO));
    if let Some(todo) = todo {
        fail(Finding::new(Verdict::NotStarted, todo));
    }
    // Whoever starts processes without end has not waited for them either, and that says less.
    program.wait_for(1);
    expect!(
        ended.code != Some(harness_hand::NEVER_WAITED),
        Leak,
        "a process was started and never waited for"
    );
    program.nothing_left();
    ended
}

fn start(program: &Program, arguments: &[&str]) -> io::Result<Child> {
    Command::new(program.path())
        .args(arguments)
        // What it complains about is shown to the learner.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}
