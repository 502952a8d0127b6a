//! A class over the tiny course, handed in and graded.

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
