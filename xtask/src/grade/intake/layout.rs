//! Which exercise a path stands for.
//!
//! Students hand in a clone of the course, its `exercises` folder, folders of lessons, or loose files, and any of these
//! inside of other folders. Letters count alike in both cases, and `-` like `_`.

mod names;

use std::collections::BTreeSet;

use super::{manifest, name};
use crate::course::{Course, Id};

use names::{Stem, alike};

/// What a path is to the course.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Where this exercise's file would stand.
    Exercise(Id),
    /// `submission.toml`.
    Manifest,
    /// Nothing; and why not, where that is not plain.
    Nothing(Option<String>),
}

/// The course, and what is known of the folders of one submission.
pub(super) struct Layout<'a> {
    course: &'a Course,
    /// Folders that have an `exercises` folder with lessons in it, as their parts in lower case.
    clones: BTreeSet<Vec<String>>,
}

impl<'a> Layout<'a> {
    /// Looks through all paths of a submission.
    pub(super) fn of<'p>(course: &'a Course, paths: impl Iterator<Item = &'p str>) -> Self {
        let clones = paths
            .filter(|path| outside(path).is_none())
            .filter_map(|path| clone_of(course, &folders_and_file(path).0))
            .collect();
        Self { course, clones }
    }

    /// What the path stands for.
    pub(super) fn place(&self, path: &str) -> Place {
        if let Some(why) = outside(path) {
            return Place::Nothing(Some(why));
        }
        if manifest::is(path) {
            return Place::Manifest;
        }
        let (folders, file) = folders_and_file(path);
        let Some(stem) = Stem::of(&file) else {
            return Place::Nothing(ours(&file));
        };
        if file == "build.rs" || self.is_elsewhere_in_a_clone(&folders) {
            return Place::Nothing(ours(&file));
        }
        match folders.iter().rposition(|part| self.is_lesson(part)) {
            Some(at) if matches!(&folders[at + 1..], [] | [_]) => {
                let below = folders.get(at + 1).map_or("src", String::as_str);
                self.in_lesson(&folders[at], below, &stem)
            }
            Some(_) => Place::Nothing(None),
            None => self.loose(&stem),
        }
    }

    fn in_lesson(&self, lesson: &str, below: &str, stem: &Stem) -> Place {
        let ids = self.course.exercises().map(|exercise| &exercise.id);
        ids.filter(|id| below == "src" && alike(&id.lesson, lesson))
            .find(|id| stem.is_exactly(id))
            .map_or(Place::Nothing(None), |id| Place::Exercise(id.clone()))
    }

    fn loose(&self, stem: &Stem) -> Place {
        let ids = self.course.exercises().map(|exercise| &exercise.id);
        let found: Vec<&Id> = ids.filter(|id| stem.may_be(id)).collect();
        match found[..] {
            [] => Place::Nothing(None),
            [id] => Place::Exercise(id.clone()),
            [first, ..] => Place::Nothing(Some(format!(
                "its name stands for {}; its lesson is missing: {}-{}.rs",
                found
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" and "),
                first.lesson,
                first.name
            ))),
        }
    }

    fn is_lesson(&self, part: &str) -> bool {
        is_lesson(self.course, part)
    }

    /// In a folder of the course that holds no exercises, like `xtask`.
    fn is_elsewhere_in_a_clone(&self, folders: &[String]) -> bool {
        self.clones.iter().any(|clone| {
            folders
                .strip_prefix(&clone[..])
                .and_then(<[String]>::first)
                .is_some_and(|first| first != "exercises")
        })
    }
}

/// Whether the text of that path can be of use: what lies around it is not known yet.
pub(super) fn may_be_an_exercise(course: &Course, path: &str) -> bool {
    let (_, file) = folders_and_file(path);
    let Some(stem) = Stem::of(&file) else {
        return false;
    };
    outside(path).is_none() && course.exercises().any(|exercise| stem.may_be(&exercise.id))
}

/// Why nothing at that path is looked at, whatever it is; none if it is.
pub(super) fn outside(path: &str) -> Option<String> {
    if name::leads_out(path) {
        return Some("its path leads out of the submission".into());
    }
    let (folders, file) = folders_and_file(path);
    if file.starts_with("._") || file == ".ds_store" || folders.iter().any(|f| f == "__macosx") {
        return Some("macOS's own, not an exercise".into());
    }
    let unread = |folder: &&String| {
        folder.starts_with('.') || matches!(&folder[..], "target" | "tests" | "solutions")
    };
    let folder = folders.iter().find(unread)?;
    Some(format!("nothing is taken from folders named {folder}"))
}

/// What every file has its own of in the course.
fn ours(file: &str) -> Option<String> {
    let known = [
        "build.rs",
        "cargo.toml",
        "cargo.lock",
        "rust-toolchain",
        "rust-toolchain.toml",
        "clippy.toml",
        "lesson.toml",
    ];
    known
        .contains(&file)
        .then(|| "the course has its own, and that is used".into())
}

fn clone_of(course: &Course, folders: &[String]) -> Option<Vec<String>> {
    let at = folders
        .windows(2)
        .position(|pair| pair[0] == "exercises" && is_lesson(course, &pair[1]))?;
    Some(folders[..at].to_vec())
}

fn is_lesson(course: &Course, part: &str) -> bool {
    course
        .lessons
        .iter()
        .any(|lesson| alike(&lesson.name, part))
}

/// In lower case.
fn folders_and_file(path: &str) -> (Vec<String>, String) {
    let mut parts: Vec<String> = path
        .to_ascii_lowercase()
        .split('/')
        .map(Into::into)
        .collect();
    let file = parts.pop().unwrap_or_default();
    (parts, file)
}

#[cfg(test)]
mod tests;
