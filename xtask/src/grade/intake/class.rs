//! The folder that an instructor has: who handed in.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::kind::{self, Kind};
use super::part::Part;
use super::{Submission, download, name};
use crate::exit::Misuse;
use crate::grade::record::{Ignored, Student};

/// All submissions of a folder.
#[derive(Debug)]
pub(crate) struct Class {
    /// Sorted by id.
    pub(crate) submissions: Vec<Submission>,
    /// What lay beside them and is none, like an unpacked archive's list; sorted by path.
    pub(crate) ignored: Vec<Ignored>,
}

/// Finds every submission in a folder: each folder and each archive is one, and the files that Canvas or Moodle named
/// after one student are one together.
///
/// A submission that cannot be read is found like any other: [`Submission::take`] says what is wrong with it.
///
/// # Errors
/// The folder cannot be listed, or two submissions have one id.
pub(crate) fn find(folder: &Path) -> anyhow::Result<Class> {
    let listed = || format!("failed to list the submissions in {}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(listed)? {
        paths.push(entry.with_context(listed)?.path());
    }
    paths.sort();
    let mut found: BTreeMap<String, Submission> = BTreeMap::new();
    let mut ignored = Vec::new();
    for path in paths {
        let raw = path.file_name().unwrap_or_default().as_bytes();
        match of_path(&path, &name::escape(raw))? {
            Ok((id, student, part)) => add(&mut found, id, student, part)?,
            Err(ignore) => ignored.push(ignore),
        }
    }
    let submissions = with_ids_of_their_own(found)?;
    Ok(Class {
        submissions,
        ignored,
    })
}

type Known = (String, Option<Student>, Part);

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
        return Ok(Ok((found.id, Some(found.student), part)));
    }
    // A link is kept, so that it is refused where a person sees it.
    if is_file && !stat.is_symlink() && Kind::of(name) == Kind::Plain {
        return none(
            "neither a folder nor an archive, and not named after a student as Canvas and Moodle do",
        );
    }
    let id = if is_file { kind::stem(name) } else { name };
    Ok(Ok((id.to_owned(), None, Part::new(path, name, is_file))))
}

fn add(
    found: &mut BTreeMap<String, Submission>,
    id: String,
    student: Option<Student>,
    part: Part,
) -> anyhow::Result<()> {
    let path = part.path.clone();
    match found.get_mut(&id) {
        None => {
            let parts = vec![part];
            drop(found.insert(
                id.clone(),
                Submission {
                    id,
                    path,
                    student,
                    parts,
                },
            ));
        }
        Some(first) if student.is_some() && first.student.is_some() => first.parts.push(part),
        Some(first) => return Err(twice(&id, &first.path, &path)),
    }
    Ok(())
}

/// Lets each `submission.toml` choose the id. One that cannot be read chooses none.
fn with_ids_of_their_own(found: BTreeMap<String, Submission>) -> anyhow::Result<Vec<Submission>> {
    let mut paths: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut submissions = Vec::new();
    for mut submission in found.into_values() {
        if let Some(id) = submission.own_id() {
            submission.id = id;
        }
        if let Some(first) = paths.insert(submission.id.clone(), submission.path.clone()) {
            return Err(twice(&submission.id, &first, &submission.path));
        }
        submissions.push(submission);
    }
    submissions.sort_by(|a, b| a.id.cmp(&b.id));
    if submissions.is_empty() {
        let why = "no submission found: a submission is a folder, a .zip or a .tar.gz";
        return Err(Misuse(why.to_owned()).into());
    }
    Ok(submissions)
}

fn twice(id: &str, first: &Path, second: &Path) -> anyhow::Error {
    let (first, second) = (first.display(), second.display());
    let next = "take one of them out of the folder, or change the id in its submission.toml";
    Misuse(format!(
        "two submissions have the id `{id}`: {first} and {second}\n{next}"
    ))
    .into()
}
