//! What the folders of one run are called inside of a sandbox: the same every time. So no message of a compiler or of a
//! test says in which run it was, and no program can tell by it either.

use std::path::{Path, PathBuf};

use crate::run::place::{Call, Trade};
use crate::scratch;

/// The folder that one submission is built and run in.
const SUBMISSION: &str = "/submission";

/// Where a test runs: below the folder that stands for the workspace, so that it finds the programs' lines.
const HOME: &str = "/submission/course/home";

/// All that is called so, the innermost first; messages are told without it.
pub(crate) const FOLDERS: [&str; 3] = [HOME, "/submission/course", SUBMISSION];

/// Folders outside, and what they are called inside; the innermost first.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<(String, &'static str)>);

impl Names {
    /// Those of one call; none of what lies outside of the runner's own folder for such things, `kept`.
    pub(super) fn of(call: &Call, kept: &Path) -> Self {
        let is_test = call.trade != Trade::Compiler;
        let home = is_test.then(|| (call.writable.clone(), HOME));
        Self::from(home.into_iter().chain(submission(kept, &call.writable)))
    }

    /// That of the folder which this path lies in.
    pub(super) fn around(path: &Path, kept: &Path) -> Self {
        Self::from(submission(kept, path).into_iter())
    }

    /// What is no UTF-8 keeps its name.
    fn from(named: impl Iterator<Item = (PathBuf, &'static str)>) -> Self {
        let as_text = |(folder, name): (PathBuf, _)| Some((folder.to_str()?.to_owned(), name));
        Self(named.filter_map(as_text).collect())
    }

    /// The text with the names that hold inside.
    pub(super) fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (folder, name) in &self.0 {
            text = renamed(&text, folder, name);
        }
        text
    }

    /// The path by which it is known inside.
    pub(super) fn path(&self, path: &Path) -> PathBuf {
        path.to_str()
            .map_or_else(|| path.to_owned(), |text| self.text(text).into())
    }
}

fn submission(kept: &Path, path: &Path) -> Option<(PathBuf, &'static str)> {
    scratch::holds(kept, path).map(|folder| (folder, SUBMISSION))
}

/// `/run/5` does not begin `/run/57`.
fn renamed(text: &str, folder: &str, name: &str) -> String {
    let mut parts = text.split(folder);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_whole = part.is_empty() || part.starts_with(['/', '=']);
        renamed += if is_whole { name } else { folder };
        renamed += part;
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names(vec![
            ("/kept/.run/a/5/course/t6".to_owned(), HOME),
            ("/kept/.run/a/5".to_owned(), SUBMISSION),
        ])
    }

    #[test]
    fn a_folder_of_one_run_has_a_name_of_all() {
        for (outside, inside) in [
            ("/kept/.run/a/5", "/submission"),
            ("-L/kept/.run/a/5/x.d", "-L/submission/x.d"),
            (
                "--remap-path-prefix=/kept/.run/a/5/course=",
                "--remap-path-prefix=/submission/course=",
            ),
            (
                "/kept/.run/a/5/course/t6/.records",
                "/submission/course/home/.records",
            ),
        ] {
            assert_eq!(names().text(outside), inside);
        }
    }

    #[test]
    fn what_only_begins_alike_keeps_its_name() {
        for text in ["/kept/.run/a/57/x", "/kept/.run/a.lock", "/lib"] {
            assert_eq!(names().text(text), text);
        }
    }
}
