//! Claims about which tests share a process, and what becomes of those that it does not bring to an end.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::Mutex;
use std::time::Duration;

use super::*;
use crate::run::Tests;
use crate::run::place::{Place, Series, Trade};
use crate::run::process::Ran;
use crate::run::screen::Screen;
use crate::testing;
use crate::verdict::{Claim, Verdict};

/// What a process does with the tests that it is given.
type Act = fn(&[String]) -> Told;

/// What is in the records then, a line each.
enum Told {
    Signed(Vec<String>),
    Forged,
}

/// Plays the processes, and notes what each was given.
#[derive(Debug)]
struct Stage {
    act: Act,
    given: Mutex<Vec<Vec<String>>>,
}

impl Place for Stage {
    fn run(&self, _: Call) -> anyhow::Result<Ran> {
        unreachable!("tests take turns")
    }

    fn take_turns(&self, _: Call, turns: Vec<Turn>, _: usize) -> anyhow::Result<Series> {
        let mut ends = Vec::new();
        for turn in turns {
            let key = Key::of(turn.input[..32].try_into().unwrap());
            let lines = match (self.act)(&turn.args) {
                Told::Signed(records) => records.iter().map(|record| key.signed(record)).collect(),
                Told::Forged => vec!["no signature".to_owned()],
            };
            let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
            fs::write(&turn.fetch[0].1, text)?;
            self.given.lock().unwrap().push(turn.args);
            ends.push(End::Exited(ExitStatus::from_raw(0)));
        }
        Ok(Series {
            ends,
            cpu: Duration::ZERO,
        })
    }
}

fn start(test: &str) -> String {
    format!(r#"{{"event":"start","test":"{test}","claim":"every_interleaving"}}"#)
}

fn end(test: &str, verdict: &str) -> String {
    format!(
        r#"{{"event":"end","test":"{test}","claim":"every_interleaving","verdict":"{verdict}","message":"so"}}"#
    )
}

/// Asks three tests in one process that does this; what came of each, and what each process was given.
fn asked(act: Act) -> (Vec<String>, Vec<Vec<String>>) {
    let (course, folder) = (testing::course(), tempfile::tempdir().unwrap());
    let stage = Stage {
        act,
        given: Mutex::default(),
    };
    let exam = Exam {
        tests: Tests {
            course: &course,
            exercise: &course.lessons[0].exercises[0],
            binary: "lesson".into(),
            version: "0.1.0",
            kept: folder.path(),
            screen: Screen::default(),
            jobs: 1,
        },
        place: &stage,
        trade: Trade::Threads,
        time: Duration::from_secs(30),
        readable: Vec::new(),
        base: Path::new("/course"),
        sha256: "0123",
    };
    let tests = ["one", "three", "two"].map(|name| Test {
        name: name.to_owned(),
        claim: Claim::EveryInterleaving,
    });
    let answers = exam.ask_in_one(&tests.each_ref()).unwrap();
    let word = |answer: Option<Answer>| match answer {
        Some(Answer::Held) => "held".to_owned(),
        Some(Answer::Failed(finding)) => finding.verdict.to_string(),
        Some(Answer::Forged) => "forged".to_owned(),
        None => "unasked".to_owned(),
    };
    let words = answers.into_iter().map(word).collect();
    (words, stage.given.into_inner().unwrap())
}

fn is_race(test: &str) -> &'static str {
    if test == "three" { "race" } else { "solved" }
}

#[test]
fn tests_that_all_come_to_an_end_share_one_process() {
    let (words, given) = asked(|tests| {
        let both = |test: &String| [start(test), end(test, is_race(test))];
        Told::Signed(tests.iter().flat_map(both).collect())
    });
    assert_eq!(words, ["held", "race", "held"]);
    assert_eq!(given, [["one", "three", "two"]]);
}

#[test]
fn whoever_comes_to_no_end_there_is_asked_again_alone() {
    // Whatever runs, `three` ends the process.
    let (words, given) = asked(|tests| {
        let mut records = Vec::new();
        for test in tests {
            records.push(start(test));
            if test == "three" {
                break;
            }
            records.push(end(test, "solved"));
        }
        Told::Signed(records)
    });
    assert_eq!(
        words,
        ["held", Verdict::Crashed.to_string().as_str(), "held"]
    );
    let wanted: [&[&str]; 3] = [&["one", "three", "two"], &["three"], &["two"]];
    assert_eq!(given, wanted);
}

#[test]
fn who_forges_is_looked_for_alone() {
    let (words, given) = asked(|tests| {
        if tests.iter().any(|test| test == "two") {
            return Told::Forged;
        }
        Told::Signed(tests.iter().map(|test| end(test, "solved")).collect())
    });
    assert_eq!(words, ["held", "held", "forged"]);
    assert_eq!(given.len(), 4);
}

#[test]
fn who_forges_and_is_honest_when_looked_for_has_still_forged() {
    let (words, _) = asked(|tests| match tests {
        [test] => Told::Signed(vec![end(test, "solved")]),
        _ => Told::Forged,
    });
    assert_eq!(words, ["forged"; 3]);
}
