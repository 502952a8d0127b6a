//! From the tree to the packed file.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

use super::Pristine;
use crate::course::Course;
use crate::{disk, paths};

/// The packed file, from the course's root.
pub(crate) const FILE: &str = "xtask/pristine.json";

/// What of a lesson's folder is packed; its README is for reading and `reset` leaves it alone.
const PACKED: [&str; 4] = ["Cargo.toml", "lesson.toml", "src", "tests"];

impl Pristine {
    /// The course as it lies on disk.
    ///
    /// # Errors
    /// A file cannot be read or is not UTF-8, or a starter has no `todo!` or `TODO`: then it is not a starter.
    pub(crate) fn of_tree(course: &Course) -> anyhow::Result<Self> {
        let mut pristine = Self::default();
        for lesson in &course.lessons {
            for name in PACKED {
                pristine.add(&course.root, &lesson.dir.join(name))?;
            }
        }
        for exercise in course.exercises() {
            let path = paths::shown(&course.root, &exercise.file(course)).to_string();
            let starter = pristine.text(&path).unwrap_or_default();
            if !starter.contains("TODO") {
                bail!(
                    "{path} has no TODO: it looks solved, and would be handed out so\n\
                     put the starter back with `cargo xtask reset {}`",
                    exercise.id
                );
            }
        }
        Ok(pristine)
    }

    fn add(&mut self, root: &Path, path: &Path) -> anyhow::Result<()> {
        let shown = paths::shown(root, path).to_string();
        if path.is_dir() {
            let entries = fs::read_dir(path).with_context(|| format!("cannot read {shown}"))?;
            for entry in entries {
                self.add(root, &entry?.path())?;
            }
        } else if path.exists() && !is_left_over(&shown) {
            let text = fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
            self.files.insert(shown, text);
        }
        Ok(())
    }

    /// The packed form: sorted, one file a line, so that a diff shows which file changed.
    ///
    /// # Errors
    /// Never for this data; the serializer's signature has one.
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

/// What insta and editors leave beside the files.
fn is_left_over(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ends = [".snap.new", ".pending-snap", "~", ".swp", ".bak"];
    name.starts_with('.') || name.starts_with('#') || ends.iter().any(|end| name.ends_with(end))
}

/// Writes the packed file from the tree. Says how many files it holds.
///
/// # Errors
/// As [`Pristine::of_tree`], or the file cannot be written.
pub(crate) fn pack(course: &Course) -> anyhow::Result<usize> {
    let pristine = Pristine::of_tree(course)?;
    disk::replace(&course.root.join(FILE), pristine.to_json()?.as_bytes())?;
    Ok(pristine.files.len())
}
