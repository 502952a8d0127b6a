//! What was not taken, as a list that a person can read: a clone holds hundreds of files that are none of its lessons'.

use std::collections::{BTreeMap, BTreeSet};

use crate::grade::record::Ignored;

const PLAIN: &str = "not an exercise";
/// Most lines of one submission; a hostile one can have as many files as it likes.
const LINES: usize = 200;

/// Everything that was not taken.
#[derive(Default)]
pub(super) struct Rest {
    /// Path, and why; the reason is none where there is nothing to say.
    found: Vec<(String, Option<String>)>,
    /// Folders that are entered in the list, since something in them matters.
    open: BTreeSet<String>,
}

impl Rest {
    /// One more. With a reason it has a line of its own.
    pub(super) fn add(&mut self, path: String, why: Option<String>) {
        if why.is_some() {
            self.keep(&path);
        }
        self.found.push((path, why));
    }

    /// Does not let the folders around this path become one line.
    pub(super) fn keep(&mut self, path: &str) {
        self.open.extend(folders(path).map(str::to_owned));
    }

    /// Sorted by path.
    pub(super) fn into_lines(self) -> Vec<Ignored> {
        let mut lines: BTreeSet<Ignored> = BTreeSet::new();
        let mut together: BTreeMap<String, usize> = BTreeMap::new();
        for (path, why) in self.found {
            let folder = folders(&path).find(|folder| !self.open.contains(*folder));
            match (why, folder) {
                (None, Some(folder)) => *together.entry(folder.to_owned()).or_default() += 1,
                (why, _) => {
                    let why = why.unwrap_or_else(|| PLAIN.into());
                    lines.insert(Ignored { path, why });
                }
            }
        }
        lines.extend(together.into_iter().map(|(path, count)| Ignored {
            path,
            why: match count {
                1 => "no exercise in it (1 file)".into(),
                _ => format!("no exercise in it ({count} files)"),
            },
        }));
        cut(lines.into_iter().collect())
    }
}

fn cut(mut lines: Vec<Ignored>) -> Vec<Ignored> {
    if lines.len() > LINES {
        let more = lines.len() - (LINES - 1);
        lines.truncate(LINES - 1);
        lines.push(Ignored {
            path: "…".into(),
            why: format!("and {more} more"),
        });
    }
    lines
}

/// `a/`, `a/b/`, … of `a/b/c.rs`.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..=at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rest: Rest) -> Vec<String> {
        let lines = rest.into_lines().into_iter();
        lines
            .map(|line| format!("{}: {}", line.path, line.why))
            .collect()
    }

    #[test]
    fn folders_in_which_nothing_matters_are_one_line() {
        let mut rest = Rest::default();
        for path in [
            "README.md",
            "xtask/src/a.rs",
            "xtask/src/b.rs",
            "exercises/locks/src/lib.rs",
        ] {
            rest.add(path.into(), None);
        }
        rest.add("docs/x".into(), Some("it is a FIFO".into()));
        rest.add("docs/y".into(), None);
        rest.keep("exercises/locks/src/counter.rs");
        assert_eq!(
            lines(rest),
            [
                "README.md: not an exercise",
                "docs/x: it is a FIFO",
                "docs/y: not an exercise",
                "exercises/locks/src/lib.rs: not an exercise",
                "xtask/: no exercise in it (2 files)",
            ]
        );
    }

    #[test]
    fn a_list_that_nobody_would_read_is_cut() {
        let mut rest = Rest::default();
        for at in 0..1000 {
            rest.add(format!("{at}"), None);
        }
        let lines = lines(rest);
        assert_eq!(lines.len(), LINES);
        assert_eq!(lines[LINES - 1], "…: and 801 more");
    }
}
