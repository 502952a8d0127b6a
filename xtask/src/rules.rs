//! The rules of the repository, one a file: each says what it holds, and in its failure what to change.

mod claims;
mod declared;
mod hints;
mod metadata;
mod modest;
mod module_docs;
mod pristine;
mod programs;
mod readme;
mod snapshots;
mod solutions;
mod starters;
mod submissions;
#[cfg(test)]
mod testing;
mod twins;
mod verdict_lines;

use std::fs;
use std::path::{Path, PathBuf};

use crate::course::Course;
use crate::verdict::Verdict;
use crate::{build::stamp, paths};

/// A rule.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// The rule as a sentence.
    pub(crate) name: &'static str,
    /// Where it is broken.
    pub(crate) check: fn(&Course) -> Vec<Broken>,
}

/// A place where a rule is broken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The file to change, from the root of the workspace.
    pub(crate) path: String,
    /// What to change.
    pub(crate) what: String,
}

/// All rules.
pub(crate) const ALL: [Rule; 15] = [
    metadata::RULE,
    starters::RULE,
    hints::RULE,
    declared::RULE,
    solutions::RULE,
    claims::RULE,
    snapshots::RULE,
    programs::RULE,
    readme::RULE,
    twins::RULE,
    submissions::RULE,
    verdict_lines::RULE,
    pristine::RULE,
    module_docs::RULE,
    modest::RULE,
];

impl Broken {
    fn at(course: &Course, path: &Path, what: impl Into<String>) -> Self {
        Self {
            path: paths::shown(&course.root, path).to_string(),
            what: what.into(),
        }
    }
}

/// The verdict that a wrong submission must get, where it says one.
pub(crate) fn expected_verdict(file: &Path) -> Option<Verdict> {
    verdict_lines::expected(&read(file))
}

/// The text, or nothing where there is no such text.
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The files in that folder whose names end so, sorted.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    let mut found: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    found.retain(|path| path.is_file() && path.to_string_lossy().ends_with(ending));
    found.sort();
    found
}

/// The files at any depth below the folders whose names end so.
fn files_below(course: &Course, folders: &[&str], ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in folders {
        stamp::visit(&course.root.join(folder), &mut |path, _| {
            if path.to_string_lossy().ends_with(ending) {
                found.push(path.to_path_buf());
            }
        });
    }
    found
}

/// The name of a file without its ending.
fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
