//! What there is one of for each submission, and the list of it: pages of those who are no longer in the class go, and
//! what somebody else has put beside them stays.
//!
//! The list is on the disk before the first page that is new in it, and a page leaves it after it has left the disk. So
//! whoever is killed in between leaves no page that the next run does not know of.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::disk;

/// In the folder of a run: the names of all pages, without what follows the dot, one a line.
pub(crate) const LIST: &str = "pages.txt";

/// Where they lie, and how their names end.
const KINDS: [(&str, &str); 2] = [("students", "html"), ("gradescope", "json")];

/// The pages of one folder of reports, while they are written.
#[derive(Debug)]
pub(crate) struct Pages<'a> {
    dir: &'a Path,
    now: BTreeSet<String>,
    /// Those of earlier runs that nobody is in any more.
    gone: BTreeSet<String>,
}

impl<'a> Pages<'a> {
    /// From now on there may be pages of these names.
    ///
    /// # Errors
    /// The list cannot be read or written.
    pub(crate) fn begin(dir: &'a Path, now: BTreeSet<String>) -> anyhow::Result<Self> {
        let before = read(&dir.join(LIST))?;
        let gone: BTreeSet<String> = before.difference(&now).cloned().collect();
        let pages = Self { dir, now, gone };
        let all: BTreeSet<String> = pages.now.union(&pages.gone).cloned().collect();
        if all != before {
            pages.list(&all)?;
        }
        Ok(pages)
    }

    /// All pages are written: removes those that nobody is in any more, and what killed runs have left half written.
    ///
    /// # Errors
    /// A page cannot be removed, or the list cannot be written.
    pub(crate) fn end(self) -> anyhow::Result<()> {
        let now: BTreeMap<String, &String> =
            self.now.iter().map(|name| (low(name), name)).collect();
        for name in &self.gone {
            let twins = now.get(&low(name)).map(|twin| of(self.dir, twin));
            for (at, path) in of(self.dir, name).into_iter().enumerate() {
                // Where case does not count, somebody's page now has this name too.
                let is_a_twins = twins
                    .as_ref()
                    .is_some_and(|twins| is_same(&path, &twins[at]));
                if !is_a_twins {
                    remove(&path)?;
                }
            }
        }
        for folder in KINDS.map(|(folder, _)| self.dir.join(folder)) {
            disk::sweep(&folder);
        }
        disk::sweep(self.dir);
        if self.gone.is_empty() {
            return Ok(());
        }
        self.list(&self.now)
    }

    fn list(&self, names: &BTreeSet<String>) -> anyhow::Result<()> {
        let text: String = names.iter().map(|name| format!("{name}\n")).collect();
        disk::replace(&self.dir.join(LIST), text.as_bytes())
    }
}

/// The files of one submission: its page, and what Gradescope takes.
pub(crate) fn of(dir: &Path, name: &str) -> [PathBuf; 2] {
    KINDS.map(|(folder, ending)| dir.join(folder).join(format!("{name}.{ending}")))
}

/// Names that lead to another folder are none of ours, whoever has written them.
fn read(list: &Path) -> anyhow::Result<BTreeSet<String>> {
    let text = match fs::read_to_string(list) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        read => read.with_context(|| format!("failed to read {}", list.display()))?,
    };
    let names = text.lines().filter(|name| !name.contains('/'));
    Ok(names.map(str::to_owned).collect())
}

fn low(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// Whether both names are of one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| fs::symlink_metadata(path).map(|stat| (stat.dev(), stat.ino()));
    matches!((place(one), place(other)), (Ok(one), Ok(other)) if one == other)
}

/// It may be gone already; and a folder of that name is nothing that we have written.
fn remove(path: &Path) -> anyhow::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed.with_context(|| format!("failed to remove {}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    /// A run over that class, ended after its pages were written or brought to its end.
    fn run(dir: &Path, class: &[&str], to_the_end: bool) {
        let pages = Pages::begin(dir, names(class)).unwrap();
        for path in class.iter().flat_map(|name| of(dir, name)) {
            disk::refresh(&path, b"page").unwrap();
        }
        if to_the_end {
            pages.end().unwrap();
        }
    }

    fn there(dir: &Path) -> BTreeSet<String> {
        let entries = fs::read_dir(dir.join("students")).unwrap();
        let file = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
        entries.map(|entry| file(entry.unwrap())).collect()
    }

    #[test]
    fn who_has_left_has_no_page_and_what_others_put_there_stays() {
        let dir = tempfile::tempdir().unwrap();
        run(dir.path(), &["ada", "ben"], true);
        for foreign in ["notes.html", ".new-notes"] {
            fs::write(dir.path().join("students").join(foreign), "mine").unwrap();
        }
        run(dir.path(), &["ada"], true);
        assert_eq!(
            there(dir.path()),
            names(&["ada.html", "notes.html", ".new-notes"])
        );
        assert!(!dir.path().join("gradescope/ben.json").exists());
    }

    #[test]
    fn who_is_killed_in_between_leaves_nothing_that_the_next_run_does_not_know_of() {
        let dir = tempfile::tempdir().unwrap();
        run(dir.path(), &["ada", "ben"], true);
        run(dir.path(), &["ada", "cyd"], false);
        fs::write(dir.path().join("students/.new-aB3xY9"), "half a pa").unwrap();
        run(dir.path(), &["dan"], true);
        assert_eq!(there(dir.path()), names(&["dan.html"]));
        let listed = fs::read_to_string(dir.path().join(LIST)).unwrap();
        assert_eq!(listed, "dan\n");
    }

    #[test]
    fn on_a_disk_where_case_does_not_count_the_new_page_is_not_taken_for_the_old_one() {
        let dir = tempfile::tempdir().unwrap();
        run(dir.path(), &["ada", "ben"], true);
        let pages = Pages::begin(dir.path(), names(&["Ada", "Ben"])).unwrap();
        for path in ["Ada", "Ben"].iter().flat_map(|name| of(dir.path(), name)) {
            disk::refresh(&path, b"page").unwrap();
        }
        // As such a disk has it: one file of both names.
        let [new, old] =
            ["Ada", "ada"].map(|name| dir.path().join(format!("students/{name}.html")));
        fs::remove_file(&old).unwrap();
        fs::hard_link(&new, &old).unwrap();
        pages.end().unwrap();
        assert_eq!(
            there(dir.path()),
            names(&["ada.html", "Ada.html", "Ben.html"])
        );
    }

    #[test]
    fn a_list_that_leads_elsewhere_removes_nothing_there() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("victim.html"), "mine").unwrap();
        fs::create_dir(dir.path().join("students")).unwrap();
        fs::write(dir.path().join(LIST), "../victim\n").unwrap();
        run(dir.path(), &["ada"], true);
        assert!(dir.path().join("victim.html").exists());
    }
}
