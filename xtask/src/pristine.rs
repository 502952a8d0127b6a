//! The course as it was handed out: every starter, test and snapshot, carried inside this program.
//!
//! So `reset` needs no git, and works after the learner's own commits. The one source of truth is
//! `xtask/pristine.json`: `cargo xtask pack` writes it from the tree, `cargo xtask verify` holds the two equal.

mod tree;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::course::{Course, Exercise, Id};
use crate::paths;

pub(crate) use tree::{FILE, pack};

const EMBEDDED: &str = include_str!("../pristine.json");

/// Path from the course's root (with `/`) to text.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Pristine {
    files: BTreeMap<String, String>,
}

/// How a file differs from the one that was handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// It is gone.
    Missing,
    /// It has another text, or cannot be read.
    Altered,
}

impl Pristine {
    /// The starters of the course at `root`: those inside this program, or, for another course than the one that this
    /// program was built in, those in its own `xtask/pristine.json`.
    ///
    /// # Errors
    /// The other course has no such file, or a damaged one.
    pub(crate) fn load(root: &Path) -> anyhow::Result<Self> {
        let text = if paths::is_home(root) {
            Cow::Borrowed(EMBEDDED)
        } else {
            let path = root.join(FILE);
            let text = fs::read_to_string(&path);
            Cow::Owned(text.with_context(|| format!("cannot read {}", path.display()))?)
        };
        serde_json::from_str(&text).with_context(|| format!("{FILE} is damaged"))
    }

    /// The text of a file of the course.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// The starter of this exercise, as it was handed out.
    pub(crate) fn starter(&self, id: &Id) -> Option<&str> {
        self.text(&id.path())
    }

    /// The paths that belong to this exercise: its starter, its tests, their program, its snapshots.
    pub(crate) fn of_exercise(&self, exercise: &Exercise) -> Vec<&str> {
        let id = &exercise.id;
        let lesson = format!("exercises/{}/", id.lesson);
        let own = |path: &str| {
            let Some(path) = path.strip_prefix(&lesson) else {
                return false;
            };
            path == format!("src/{}.rs", id.name)
                || path == format!("tests/lesson/{}.rs", id.name)
                || path == format!("tests/programs/{}.rs", id.name)
                || path.starts_with(&format!("tests/lesson/snapshots/lesson__{}__", id.name))
        };
        self.files
            .keys()
            .map(String::as_str)
            .filter(|p| own(p))
            .collect()
    }

    /// The paths that all exercises of the lesson share: manifests, the roots of library and tests.
    pub(crate) fn shared(&self, course: &Course, lesson: &str) -> Vec<&str> {
        let folder = format!("exercises/{lesson}/");
        let owned: Vec<&str> = course
            .lesson(lesson)
            .into_iter()
            .flat_map(|lesson| &lesson.exercises)
            .flat_map(|exercise| self.of_exercise(exercise))
            .collect();
        let files = self.files.keys().map(String::as_str);
        files
            .filter(|path| path.starts_with(&folder) && !owned.contains(path))
            .collect()
    }

    /// Every lesson's `lesson.toml`.
    pub(crate) fn manifests(&self) -> Vec<&str> {
        let files = self.files.keys().map(String::as_str);
        files
            .filter(|path| path.ends_with("/lesson.toml"))
            .collect()
    }

    /// Whether the file at `path` is not the one that was handed out.
    pub(crate) fn change(&self, root: &Path, path: &str) -> Option<Change> {
        let text = self.text(path)?;
        match fs::read(root.join(path)) {
            Ok(bytes) if bytes == text.as_bytes() => None,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(Change::Missing),
            _ => Some(Change::Altered),
        }
    }
}

#[cfg(test)]
mod tests;
