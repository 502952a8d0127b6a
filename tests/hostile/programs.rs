//! The programs of `tests/submissions/hostile`, and honest ones to sit beside them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::grader::course;

/// A program that was written against the grader.
pub(crate) struct Hostile {
    /// `locks/counter`
    pub(crate) exercise: String,
    /// What it does, in a word.
    pub(crate) kind: String,
    /// What its first line says.
    pub(crate) verdict: String,
    pub(crate) text: String,
}

impl Hostile {
    /// What its submission is called.
    pub(crate) fn id(&self) -> String {
        format!("{}-{}", self.exercise.replace('/', "-"), self.kind)
    }
}

/// All of them.
pub(crate) fn hostile() -> Vec<Hostile> {
    let root = course().join("tests/submissions/hostile");
    let mut found = Vec::new();
    for lesson in inside(&root) {
        for exercise in inside(&lesson) {
            for file in inside(&exercise) {
                let text = fs::read_to_string(&file).unwrap();
                let first = text.lines().next().unwrap_or_default();
                let verdict = first.strip_prefix("//! verdict: ");
                found.push(Hostile {
                    exercise: format!("{}/{}", name(&lesson), name(&exercise)),
                    kind: name(&file),
                    verdict: verdict
                        .unwrap_or_else(|| panic!("line 1 of {} is no verdict", file.display()))
                        .to_owned(),
                    text,
                });
            }
        }
    }
    found
}

/// Exercises that hostile programs are written for, each with a wrong submission that has nothing against anybody.
pub(crate) const HONEST: [(&str, &str); 5] = [
    ("ipc/pipe", "broken_pipe_is_an_error"),
    ("locks/counter", "load_then_store"),
    ("pools/photo_batch", "order_of_finishing"),
    ("processes/worker_role", "cooks_alone"),
    ("threads/downloads", "status_only"),
];

/// The reference solution.
pub(crate) fn solution(exercise: &str) -> String {
    read(&format!("solutions/{exercise}.rs"))
}

/// A wrong submission.
pub(crate) fn wrong(exercise: &str, name: &str) -> String {
    read(&format!("tests/submissions/wrong/{exercise}/{name}.rs"))
}

fn read(path: &str) -> String {
    let path = course().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found
}

/// Without its ending.
fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}
