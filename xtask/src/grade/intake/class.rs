//! The folder that an instructor has: who handed in.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use anyhow::Context;

use super::ids::{self, Names, Refused};
use super::kind::{self, Kind};
use super::part::Part;
use super::{Submission, download, given, name};
use crate::exit::Misuse;
use crate::grade::record::{Ignored, Student};

/// All submissions of a folder.
#[derive(Debug)]
pub(crate) struct Class {
    /// Sorted by id.
    pub(crate) submissions: Vec<Submission>,
    /// What lay beside them and is none, like an unpacked archive's list; sorted by path.
    pub(crate) ignored: Vec<Ignored>,
    /// Who is not called what one would expect, and why: a line each.
    pub(crate) notes: Vec<String>,
}

/// Finds every submission in a folder: each folder and each archive is one, and the files that Canvas or Moodle named
/// after one student are one together.
///
/// A submission that cannot be read is found like any other: [`Submission::take`] says what is wrong with it.
///
/// # Errors
/// The folder cannot be listed, or nobody has handed in.
pub(crate) fn find(folder: &Path) -> anyhow::Result<Class> {
    let listed = || format!("failed to list the submissions in {}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(listed)? {
        paths.push(entry.with_context(listed)?.path());
    }
    paths.sort();
    let (mut found, mut ignored) = (Found::default(), Vec::new());
    for path in paths {
        let raw = path.file_name().unwrap_or_default().as_bytes();
        match of_path(&path, &name::escape(raw))? {
            Ok(known) => found.add(known),
            Err(ignore) => ignored.push(ignore),
        }
    }
    if found.all.is_empty() {
        let why = "no submission found: a submission is a folder, a .zip or a .tar.gz";
        return Err(Misuse(why.to_owned()).into());
    }
    let (submissions, notes) = found.named();
    Ok(Class {
        submissions,
        ignored,
        notes,
    })
}

/// Submissions and their names, and where those of Canvas and Moodle are.
#[derive(Default)]
struct Found {
    all: Vec<(Submission, Names)>,
    downloads: BTreeMap<String, usize>,
}

/// The short name, the whole one, what is known of the student, and what was handed in.
type Known = (String, String, Option<Student>, Part);

/// Whose this is.
fn of_path(path: &Path, name: &str) -> anyhow::Result<Result<Known, Ignored>> {
    let none = |why: &str| {
        Ok(Err(Ignored {
            path: name.to_owned(),
            why: why.to_owned(),
        }))
    };
    if name.starts_with('.') || name == "__MACOSX" {
        return none("hidden, or macOS's own");
    }
    let stat = fs::symlink_metadata(path)
        .with_context(|| format!("failed to look at {}", path.display()))?;
    let is_file = !stat.is_dir();
    if let Some(found) = download::read(name) {
        let part = Part::new(path, found.file, is_file);
        return Ok(Ok((found.id, name.to_owned(), Some(found.student), part)));
    }
    // A link is kept, so that it is refused where a person sees it.
    if is_file && !stat.is_symlink() && Kind::of(name) == Kind::Plain {
        return none(
            "neither a folder nor an archive, and not named after a student as Canvas and Moodle do",
        );
    }
    let short = if is_file { kind::stem(name) } else { name };
    let part = Part::new(path, name, is_file);
    Ok(Ok((short.to_owned(), name.to_owned(), None, part)))
}

impl Found {
    fn add(&mut self, (short, whole, student, part): Known) {
        if student.is_some() {
            match self.downloads.entry(short.clone()) {
                Entry::Occupied(first) => return self.all[*first.get()].0.parts.push(part),
                Entry::Vacant(first) => drop(first.insert(self.all.len())),
            }
        }
        let is_given = student.is_some();
        let submission = Submission {
            id: String::new(),
            refused: None,
            student,
            parts: vec![part],
        };
        let names = Names {
            short,
            whole,
            claimed: None,
            is_given,
        };
        self.all.push((submission, names));
    }

    /// Sorted by the ids that they have now, and what there is to say of these.
    fn named(self) -> (Vec<Submission>, Vec<String>) {
        let (mut submissions, mut names): (Vec<_>, Vec<_>) = self.all.into_iter().unzip();
        let mut overruled = Vec::new();
        for (submission, names) in submissions.iter().zip(&mut names) {
            let own = submission.own_words();
            names.claimed = own.id;
            overruled.push(given::agree(submission.student.clone(), own.student).why);
        }
        let mut notes = Vec::new();
        let called = ids::choose(&names).into_iter().zip(overruled);
        for (submission, (called, overruled)) in submissions.iter_mut().zip(called) {
            submission.id = called.id;
            submission.refused = called.refused;
            notes.extend(note(submission, called.is_whole));
            let id = &submission.id;
            let told = |why: String| format!("{id}: in its submission.toml, {why}");
            notes.extend(overruled.into_iter().map(told));
        }
        submissions.sort_by(|a, b| a.id.cmp(&b.id));
        (submissions, notes)
    }
}

/// What a person should know of its id.
fn note(submission: &Submission, is_whole: bool) -> Option<String> {
    let id = &submission.id;
    if let Some(Refused { why, .. }) = &submission.refused {
        return Some(format!("{id}: in its submission.toml, {why}"));
    }
    is_whole.then(|| {
        format!(
            "{id}: it keeps its whole name, since something beside it is called so without its end"
        )
    })
}
