//! Ctrl-C and its like, in the middle of a run.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::course::{Course, shared_target};

/// Starts `next` on the exercise that never ends, and comes back when its test is running.
fn running(course: &Course) -> Child {
    let mut command = course.command(&["next", "timed_out"]);
    command.env("HARNESS_PATIENCE", "20");
    let mut child = command
        .stdout(Stdio::null())
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

fn wait_until(what: &str, condition: impl Fn() -> bool) {
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
        let mut child = running(&course);
        wait_until("the test runs", || test_processes() > 0);
        kill_process(Pid::from_child(&child), signal).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal:?}");
        wait_until("the test is gone", || test_processes() == 0);
    }
    course.run(&["list"]).says(0, &["0 of 11 solved"]);
}
