//! Progress: kept by runs that run at once, rebuilt when it is damaged, never fatal.

use std::fs;
use std::process::Stdio;

use crate::course::Course;

#[test]
fn two_runners_at_once_keep_what_each_has_decided() {
    let course = Course::new();
    let start = |exercise| {
        let mut command = course.command(&["next", exercise]);
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut runs = [start("solved"), start("wrong_result"), start("race")];
    let codes = runs.each_mut().map(|run| run.wait().unwrap().code());
    assert_eq!(codes, [Some(0), Some(1), Some(1)]);
    for verdict in ["solved", "wrong_result", "race"] {
        assert_eq!(course.listed(verdict)["verdict"], verdict);
    }
}

#[test]
fn damaged_progress_is_set_aside_and_rebuilt() {
    let course = Course::new();
    course.run(&["next", "solved"]).says(0, &[]);
    let text = course.read(".progress/progress.json");
    let half = &text[..text.len() / 2];
    fs::write(course.path(".progress/progress.json"), half).unwrap();
    let run = course.run(&["list"]);
    run.complains(0, &["warning:", "is damaged", "progress.json.damaged-1"]);
    assert_eq!(course.read(".progress/progress.json.damaged-1"), half);
    course
        .run(&["next", "solved"])
        .says(0, &["The idea of solved."]);
    assert_eq!(course.listed("solved")["state"], "solved");
}

#[test]
fn a_verdict_is_shown_also_where_progress_cannot_be_written() {
    let course = Course::new();
    fs::write(
        course.path(".progress"),
        "a file where the folder should be",
    )
    .unwrap();
    let run = course.run(&["next", "race"]);
    run.says(1, &["✗ race"])
        .complains(1, &["warning: progress is not saved"]);
}

#[test]
fn runners_that_are_killed_leave_progress_that_can_be_read() {
    let course = Course::new();
    course.run(&["next", "solved"]).says(0, &[]);
    for wait in 0..10 {
        // Hints write progress at once, so the kill falls before, in and after the writing.
        let mut child = course
            .command(&["hint", "race"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let run = course.run(&["list"]);
        assert!(!run.err.contains("damaged"), "{run:#?}");
        run.says(0, &["1 of 11 solved"]);
    }
}
