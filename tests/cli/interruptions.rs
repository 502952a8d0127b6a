//! Ctrl-C and its like, and edits, in the middle of a run.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::course::{Course, shared_target};

/// Starts `next` on the exercise that never ends, and comes back when its test is running.
fn running(course: &Course, patience: &str) -> Child {
    let mut command = course.command(&["next", "timed_out"]);
    command.env("HARNESS_PATIENCE", patience);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let is_running = |line: &String| line.contains("running with real threads");
    assert!(lines.any(|line| is_running(&line.unwrap())), "it never ran");
    child
}

/// The processes whose program lies in the exercise's own build folder.
fn test_processes() -> usize {
    let folder = shared_target().join("xtask/verdicts/timed_out");
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let programs = processes.filter_map(|process| fs::read_link(process.path().join("exe")).ok());
    programs
        .filter(|program| program.starts_with(Path::new(&folder)))
        .count()
}

#[expect(
    clippy::disallowed_methods,
    reason = "processes are looked up in /proc, which has no event; the condition decides, not the sleep"
)]
pub(crate) fn wait_until(what: &str, mut condition: impl FnMut() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "still waiting until {what}"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_signal_ends_the_run_with_130_and_kills_what_it_started() {
    let course = Course::new();
    for signal in [Signal::INT, Signal::TERM] {
        let mut child = running(&course, "20");
        wait_until("the test runs", || test_processes() > 0);
        kill_process(Pid::from_child(&child), signal).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal:?}");
        wait_until("the test is gone", || test_processes() == 0);
    }
    course.run(&["list"]).says(0, &["0 of 11 solved"]);
}

#[test]
fn an_edit_while_a_run_goes_on_is_told_and_its_verdict_is_not_kept() {
    let course = Course::new();
    let child = running(&course, "2");
    course.solve("timed_out");
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(
        out.contains("timed_out.rs was edited while it was decided."),
        "{out}"
    );
    assert_eq!(output.status.code(), Some(1), "{out}");
    course.run(&["next", "timed_out"]).says(0, &["solved"]);
}
