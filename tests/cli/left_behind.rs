//! What is left when the runner is killed in the middle of a test that has processes of its own: nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::course::Course;
use crate::interruptions::wait_until;

/// Starts the exercise whose processes never end, with a mark in the environment that they all inherit, and comes back
/// when it has two workers and these have started two more.
fn busy(course: &Course, mark: &str) -> Child {
    fs::create_dir_all(temporary(course)).unwrap();
    let mut command = course.command(&["next", "programs/alive"]);
    command
        .env("HARNESS_PATIENCE", "25")
        .env("TMPDIR", temporary(course))
        .env("MARK_OF_THE_TEST", mark);
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    wait_until("two workers sleep", || {
        let named = |name: &str| marked(mark).iter().filter(|it| is_named(it, name)).count();
        (named("sleep"), named("lesson")) == (2, 1)
    });
    child
}

/// The system's folder for temporary files, as far as this run is concerned.
fn temporary(course: &Course) -> PathBuf {
    course.path("temporary")
}

/// The folders in /proc of the living processes that have inherited the mark.
fn marked(mark: &str) -> Vec<PathBuf> {
    let mark = format!("MARK_OF_THE_TEST={mark}");
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let has_mark = |process: &PathBuf| {
        let variables = fs::read(process.join("environ")).unwrap_or_default();
        variables
            .split(|byte| *byte == 0)
            .any(|variable| variable == mark.as_bytes())
    };
    processes
        .map(|process| process.path())
        .filter(has_mark)
        .collect()
}

fn is_named(process: &Path, name: &str) -> bool {
    fs::read_to_string(process.join("comm")).is_ok_and(|text| text.trim_end() == name)
}

/// What the runner has told its tests.
fn told(process: &Path, variable: &str) -> PathBuf {
    let variables = fs::read_to_string(process.join("environ")).unwrap();
    let prefix = format!("{variable}=");
    let value = variables
        .split('\0')
        .find_map(|told| told.strip_prefix(&prefix));
    value.expect("the runner tells its tests").into()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// The lock that the runner holds, and the folder that it has given to the test.
fn given(mark: &str) -> (PathBuf, PathBuf) {
    let marked = marked(mark);
    let test = marked.iter().find(|process| is_named(process, "lesson"));
    let test = test.expect("the test runs");
    (told(test, "HARNESS_LIFELINE"), told(test, "HARNESS_TEMP"))
}

#[test]
fn nothing_outlives_a_runner_that_is_killed() {
    let course = Course::with_programs();
    let mark = format!("killed-{}", std::process::id());
    let mut child = busy(&course, &mark);
    let (lock, folder) = given(&mark);
    let own = folder.join("left-behind");
    assert!(own.exists() && files(&folder).len() > 1, "{folder:?}");
    kill_process(Pid::from_child(&child), Signal::KILL).unwrap();
    child.wait().unwrap();
    wait_until("every process is gone", || marked(&mark).is_empty());
    assert_eq!(files(&folder), [own], "the harness removes what is its own");
    // What only the runner knows of is removed by the next one.
    course.run(&["list"]).says(0, &["0 of 14 solved"]);
    assert!(!lock.exists() && !lock.with_extension("").exists());
    assert_eq!(files(&temporary(&course)), [] as [PathBuf; 0]);
}

#[test]
fn an_interrupted_runner_removes_everything_itself() {
    let course = Course::with_programs();
    let mark = format!("interrupted-{}", std::process::id());
    let mut child = busy(&course, &mark);
    let (lock, _) = given(&mark);
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    wait_until("every process is gone", || marked(&mark).is_empty());
    assert!(!lock.exists() && !lock.with_extension("").exists());
    assert_eq!(files(&temporary(&course)), [] as [PathBuf; 0]);
}
