//! `grade`: a class over the tiny course. What a submission does to the grader, it gets told.

mod asking;
mod earning;
mod forging;
mod going_on;
mod naming;
mod sharing;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::course::{Course, LESSON, Run};

/// A course, and a folder of submissions beside it.
pub(crate) struct Class {
    pub(crate) course: Course,
}

impl Class {
    pub(crate) fn new() -> Self {
        let course = Course::new();
        fs::create_dir(course.path("class")).unwrap();
        Self { course }
    }

    /// The student hands in this program for that exercise.
    pub(crate) fn hands_in(&self, student: &str, exercise: &str, text: &str) -> &Self {
        let folder = self
            .submission(student)
            .join(format!("exercises/{LESSON}/src"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{exercise}.rs")), text).unwrap();
        self
    }

    /// The student hands in the reference solution of that exercise.
    pub(crate) fn solves(&self, student: &str, exercise: &str) -> &Self {
        let solution = self
            .course
            .read(&format!("solutions/{LESSON}/{exercise}.rs"));
        self.hands_in(student, exercise, &solution)
    }

    pub(crate) fn submission(&self, student: &str) -> PathBuf {
        self.course.path("class").join(student)
    }

    /// `grade`, ready to start. The sandbox has tests of its own.
    pub(crate) fn command(&self, out: &str, arguments: &[&str]) -> Command {
        let class = self.course.path("class");
        let mut command = self.course.command(&["grade"]);
        command
            .arg(class)
            .args(["--no-sandbox", "--out", out])
            .args(arguments);
        // Waits that only programs without an end use up.
        command.env("HARNESS_PATIENCE", "2");
        command
    }

    pub(crate) fn grade(&self, out: &str, arguments: &[&str]) -> Run {
        Run::from(self.command(out, arguments).output().unwrap())
    }

    /// The lines of `grades.jsonl` by student.
    pub(crate) fn grades(&self, out: &str) -> BTreeMap<String, serde_json::Value> {
        let text = self.course.read(&format!("{out}/grades.jsonl"));
        let grades = text
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        grades
            .map(|grade| (grade["id"].as_str().unwrap().to_owned(), grade))
            .collect()
    }

    pub(crate) fn verdict(&self, out: &str, student: &str, exercise: &str) -> String {
        let grade = &self.grades(out)[student]["exercises"][format!("{LESSON}/{exercise}")];
        grade["verdict"].as_str().unwrap_or_default().to_owned()
    }
}

#[test]
fn every_exercise_gets_its_own_verdict_and_what_was_not_handed_in_is_not_started() {
    let class = Class::new();
    class
        .solves("ada", "solved")
        .solves("ada", "race")
        .hands_in("ada", "crashed", "pub fn answer( {");
    let starter = class
        .course
        .read(&format!("exercises/{LESSON}/src/race.rs"));
    class.hands_in("ben", "race", &starter);
    let racy = starter.replace("TODO", "DONE");
    class.hands_in("cyd", "race", &racy);
    class
        .grade("out", &[])
        .says(0, &["graded without a sandbox", "3 submissions graded"]);
    for (student, exercise, verdict) in [
        ("ada", "solved", "solved"),
        ("ada", "race", "solved"),
        ("ada", "crashed", "does_not_compile"),
        ("ada", "leak", "not_started"),
        ("ben", "race", "not_started"),
        ("cyd", "race", "race"),
    ] {
        assert_eq!(
            class.verdict("out", student, exercise),
            verdict,
            "{student} {exercise}"
        );
    }
    let grades = class.grades("out");
    assert_eq!(grades["ada"]["exercises"].as_object().unwrap().len(), 11);
    let racy = &grades["cyd"]["exercises"][format!("{LESSON}/race")];
    let schedule = racy["findings"][0]["schedule"].as_str().unwrap();
    assert!(schedule.contains("let before = count.load"), "{schedule}");
    assert_eq!(
        racy["findings"][0]["place"],
        format!("exercises/{LESSON}/src/race.rs:13")
    );
}

#[test]
fn a_file_that_says_the_same_is_decided_the_same_whoever_hands_it_in_beside_whatever() {
    let class = Class::new();
    let racy = class
        .course
        .read(&format!("exercises/{LESSON}/src/race.rs"))
        + "// mine\n";
    for student in ["ada", "ben", "cyd"] {
        class.hands_in(student, "race", &racy);
    }
    class.solves("ben", "leak").hands_in("cyd", "leak", "fn");
    class.grade("out", &[]).says(0, &["3 submissions"]);
    let grades = class.grades("out");
    let of = |student: &str| grades[student]["exercises"][format!("{LESSON}/race")].clone();
    assert_eq!(of("ada")["verdict"], "race");
    assert_eq!(of("ada"), of("ben"));
    assert_eq!(of("ada"), of("cyd"));
}
