//! The same grades again: with other jobs, after an interruption, after a kill.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::Class;
use crate::course::Run;
use crate::interruptions::wait_until;

/// A class whose last submission takes as long as it is given.
fn class() -> Class {
    let class = Class::new();
    for (student, exercise) in [
        ("ada", "race"),
        ("ada", "leak"),
        ("ben", "race"),
        ("cyd", "solved"),
    ] {
        class.solves(student, exercise);
    }
    let racy = class.course.read("exercises/verdicts/src/race.rs") + "// mine\n";
    class.hands_in("dan", "race", &racy);
    let endless = class.course.read("exercises/verdicts/src/timed_out.rs") + "// mine\n";
    class.hands_in("eve", "timed_out", &endless);
    class
}

fn bytes(class: &Class, out: &str) -> Vec<u8> {
    fs::read(class.course.path(out).join("grades.jsonl")).unwrap()
}

/// Starts grading one by one, and comes back when so many submissions are graded.
fn running(class: &Class, out: &str, graded: usize) -> Child {
    let mut command = class.command(out, &["--jobs", "1", "--resume"]);
    let mut child = command
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let told = format!("{graded} of 5  ");
    assert!(
        lines
            .map_while(Result::ok)
            .any(|line| line.starts_with(&told)),
        "{graded}"
    );
    child
}

#[test]
fn two_runs_write_the_same_bytes_whatever_the_jobs() {
    let class = class();
    class
        .grade("one", &["--jobs", "1"])
        .says(0, &["5 submissions"]);
    class
        .grade("four", &["--jobs", "4"])
        .says(0, &["5 submissions"]);
    assert_eq!(bytes(&class, "one"), bytes(&class, "four"));
}

#[test]
fn a_grader_that_is_killed_goes_on_where_it_was_and_doubles_nobody() {
    let class = class();
    class.grade("whole", &[]).says(0, &["5 submissions"]);
    for graded in [1, 3, 4] {
        let mut child = running(&class, "killed", graded);
        kill_process(Pid::from_child(&child), Signal::KILL).unwrap();
        child.wait().unwrap();
        assert!(!class.course.path("killed/grades.jsonl").exists());
    }
    let unasked = class.grade("killed", &[]);
    unasked.complains(
        2,
        &[
            "--resume",
            "graded submissions of a run that did not come to its end",
        ],
    );
    class
        .grade("killed", &["--resume"])
        .says(0, &["5 submissions"]);
    assert_eq!(bytes(&class, "whole"), bytes(&class, "killed"));
}

#[test]
fn a_damaged_line_of_the_journal_costs_its_own_submission_and_doubles_nobody() {
    let class = class();
    class
        .grade("out", &["--jobs", "1"])
        .says(0, &["5 submissions"]);
    let whole = bytes(&class, "out");
    let journal = class.course.read("out/journal.jsonl");
    let mut lines: Vec<&str> = journal.lines().collect();
    let ben = lines.iter().position(|line| line.contains("\"ben\""));
    let ben = ben.unwrap();
    lines[ben] = &lines[ben][..20];
    let damaged = lines.join("\n") + "\n";
    fs::write(class.course.path("out/journal.jsonl"), &damaged).unwrap();
    let run = class.grade("out", &["--resume"]);
    run.says(0, &["5 submissions"]);
    let warning = format!(
        "warning: out/journal.jsonl: line {} is damaged; whoever is graded nowhere else in it is graded anew",
        ben + 1
    );
    assert!(run.err.contains(&warning), "{run:?}");
    assert_eq!(bytes(&class, "out"), whole);
    let journal = class.course.read("out/journal.jsonl");
    let anew = journal.strip_prefix(&damaged).unwrap();
    let again: Vec<&str> = anew.lines().collect();
    assert!(
        again.len() == 2 && again[0].starts_with("{\"id\":\"ben\""),
        "{anew}"
    );
}

#[test]
fn what_other_options_have_decided_is_kept_until_somebody_says_otherwise() {
    let class = class();
    let mut child = running(&class, "out", 3);
    kill_process(Pid::from_child(&child), Signal::KILL).unwrap();
    child.wait().unwrap();
    let kept = class.course.read("out/journal.jsonl");
    let other = class.grade("out", &["--resume", "--timeout", "7"]);
    other.complains(
        2,
        &[
            "out/journal.jsonl holds ",
            " graded submissions of a run under other conditions: --timeout 30, not 7",
            "go on with --resume --timeout 30 --no-sandbox; to begin anew, remove ",
        ],
    );
    let unasked = class.grade("out", &["--timeout", "7"]);
    unasked.complains(
        2,
        &[
            "--timeout 30, not 7",
            "go on with --resume --timeout 30 --no-sandbox",
        ],
    );
    let mut flags = class.command("out", &["--resume"]);
    flags.env("RUSTFLAGS", "--cfg another");
    Run::from(flags.output().unwrap()).complains(
        2,
        &[
            "under other conditions: something that verdicts depend on has changed (tests, harness, explorer, compiler or flags)\n",
            "bring back the course, the compiler and the RUSTFLAGS of that run and go on with --resume --timeout 30 --no-sandbox; ",
        ],
    );
    assert_eq!(class.course.read("out/journal.jsonl"), kept);
    // Points are given for verdicts, and change none.
    fs::write(class.course.path("points.toml"), "[difficulty]\n1 = 7\n").unwrap();
    let points = class.grade("out", &["--resume", "--points", "points.toml"]);
    points.says(0, &["5 submissions"]);
    let journal = class.course.read("out/journal.jsonl");
    let whole_lines = kept.rfind('\n').map_or("", |end| &kept[..end]);
    assert!(journal.starts_with(whole_lines), "{journal}");
}

/// The processes that were started by this one, and by these in turn.
fn descendants(of: u32) -> Vec<PathBuf> {
    let tasks = fs::read_dir(format!("/proc/{of}/task"));
    let children = tasks.into_iter().flatten().flatten().map(|task| {
        let children = fs::read_to_string(task.path().join("children"));
        children.unwrap_or_default()
    });
    let children: String = children.collect();
    let each = children.split_whitespace().map(|pid| pid.parse().unwrap());
    let of_child = |pid: u32| {
        let mut all = descendants(pid);
        all.push(format!("/proc/{pid}").into());
        all
    };
    each.flat_map(of_child).collect()
}

/// The runner's own folder, by the program of a submission that runs in it.
fn scratch(processes: &[PathBuf]) -> Option<PathBuf> {
    let programs = processes
        .iter()
        .filter_map(|process| fs::read_link(process.join("exe")).ok());
    let is_scratch =
        |folder: &Path| folder.parent().and_then(Path::file_name) == Some(".run".as_ref());
    let mut folders = programs.filter_map(|program| {
        let mut above = program.ancestors();
        above.find(|folder| is_scratch(folder)).map(Path::to_owned)
    });
    folders.next()
}

#[test]
fn an_interrupted_grader_leaves_nothing_behind_but_what_it_goes_on_with() {
    let class = class();
    class.grade("whole", &[]).says(0, &["5 submissions"]);
    let mut command = class.command("out", &["--jobs", "1"]);
    // The last one's test waits for as long.
    command.env("HARNESS_PATIENCE", "20");
    let mut child = command
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap())
        .lines()
        .map_while(Result::ok);
    assert!(lines.any(|line| line.starts_with("4 of 5  ")));
    let mut running = Vec::new();
    wait_until("a test runs", || {
        running = descendants(child.id());
        scratch(&running).is_some()
    });
    let scratch = scratch(&running).unwrap();
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(lines.any(|line| line.contains("--resume goes on")));
    wait_until("every process is gone", || {
        running.iter().all(|process| !process.exists())
    });
    assert!(!scratch.exists() && !scratch.with_extension("lock").exists());
    let journal = class.course.read("out/journal.jsonl");
    assert!(journal.ends_with('\n'), "{journal}");
    for line in journal.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    assert!(!class.course.path("out/grades.jsonl").exists());
    class
        .grade("out", &["--resume"])
        .says(0, &["5 submissions"]);
    assert_eq!(bytes(&class, "whole"), bytes(&class, "out"));
}

#[test]
fn a_submission_that_came_anew_is_graded_anew() {
    let class = class();
    class.grade("out", &[]).says(0, &["5 submissions"]);
    assert_eq!(class.verdict("out", "dan", "race"), "race");
    class.solves("dan", "race");
    class
        .grade("out", &["--resume"])
        .says(0, &["5 submissions"]);
    assert_eq!(class.verdict("out", "dan", "race"), "solved");
    assert_eq!(class.verdict("out", "ada", "race"), "solved");
}

#[test]
fn whoever_is_no_longer_in_the_class_has_no_page_and_a_file_of_somebody_else_stays() {
    let class = Class::new();
    class.solves("ada", "solved").solves("ben", "solved");
    class.grade("out", &[]).says(0, &["2 submissions"]);
    let foreign = class.course.path("out/students/seating.html");
    fs::write(&foreign, "mine").unwrap();
    fs::rename(class.submission("ben"), class.submission("cyd")).unwrap();
    let pages = || {
        let page = |name| class.course.path(&format!("out/students/{name}.html"));
        ["ada", "ben", "cyd"].map(|name| page(name).exists())
    };
    class
        .grade("out", &["--resume"])
        .says(0, &["2 submissions"]);
    assert_eq!(pages(), [true, false, true]);
    assert!(!class.course.path("out/gradescope/ben.json").exists());
    fs::remove_dir_all(class.submission("ada")).unwrap();
    class.grade("out", &[]).says(0, &["1 submission"]);
    assert_eq!(pages(), [false, false, true]);
    assert_eq!(fs::read(foreign).unwrap(), b"mine");
}
