//! The folders with what was handed in.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::packaging::{self, Package};
use crate::programs::{HONEST, Hostile, hostile, solution, wrong};

/// The two who have nothing to do with it.
pub(crate) const NEIGHBOURS: [&str; 2] = ["honest-and-right", "honest-and-wrong"];

/// The exercise declared behind `locks/counter` that is handed in with a program which gives macros to all behind it.
pub(crate) const BEHIND: &str = "locks/lost_update";

/// A class.
pub(crate) struct Class {
    folder: TempDir,
    pub(crate) programs: Vec<Hostile>,
    pub(crate) packages: Vec<Package>,
}

impl Class {
    /// Only the neighbours.
    pub(crate) fn honest() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (exercise, name) in HONEST {
            let [right, other] = NEIGHBOURS.map(|id| folder.path().join(id));
            hand_in(&right, exercise, &solution(exercise));
            hand_in(&other, exercise, &wrong(exercise, name));
        }
        Self {
            folder,
            programs: Vec::new(),
            packages: Vec::new(),
        }
    }

    /// The neighbours, and everybody else.
    pub(crate) fn with_hostile_company() -> Self {
        let class = Self {
            programs: hostile(),
            packages: packaging::all(),
            ..Self::honest()
        };
        for program in &class.programs {
            let folder = class.folder().join(program.id());
            hand_in(&folder, &program.exercise, &program.text);
            if program.kind == "macros_for_the_others" {
                // Nobody else has it, so nobody knows its verdict.
                let unknown = solution(BEHIND) + "\n// Mine.\n";
                hand_in(&folder, BEHIND, &unknown);
            }
        }
        for package in &class.packages {
            (package.make)(&class.folder().join(package.name));
        }
        class
    }

    /// Where they lie.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// Puts a program into a submission, at its place in a clone of the course.
pub(crate) fn hand_in(submission: &Path, exercise: &str, text: &str) {
    let path = submission.join(place(exercise));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// `exercises/locks/src/counter.rs`
pub(crate) fn place(exercise: &str) -> PathBuf {
    let (lesson, name) = exercise.split_once('/').unwrap();
    format!("exercises/{lesson}/src/{name}.rs").into()
}
