//! Claims about what is taken of a submission. Every archive is made here, byte by byte where that matters.

mod class;
mod folders;
mod ids;
mod manifests;
mod tars;
mod zips;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::class::Class;
use super::{Taken, find};
use crate::testing::course;

const PROGRAM: &str = "pub fn count() {}\n";

/// A folder for a class.
fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn write(folder: &Path, path: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The class's only submission.
fn take(folder: &Path) -> anyhow::Result<Taken> {
    let Class { submissions, .. } = find(folder)?;
    assert_eq!(submissions.len(), 1, "{submissions:?}");
    submissions[0].take(&course())
}

/// Why the class's only submission cannot be graded.
fn refusal(folder: &Path) -> String {
    format!("{:#}", take(folder).unwrap_err())
}

impl Taken {
    /// The ids of what was taken.
    fn ids(&self) -> Vec<String> {
        self.files.keys().map(ToString::to_string).collect()
    }

    /// Why this exercise was not taken.
    fn why_rejected(&self, id: &str) -> &str {
        &self.rejected[&id.parse().unwrap()]
    }

    /// Why what lies at this path was not taken.
    fn why_ignored(&self, path: &str) -> &str {
        let found = self.ignored.iter().find(|ignored| ignored.path == path);
        &found
            .unwrap_or_else(|| panic!("{path} is not in {:?}", self.ignored))
            .why
    }

    /// Nothing is taken, and nothing rejected.
    fn is_empty(&self) -> bool {
        self.files.is_empty() && self.rejected.is_empty()
    }
}
