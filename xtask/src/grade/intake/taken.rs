//! From what lies in a submission to what is graded of it.

mod ignored;

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::entry::{Entry, What};
use super::layout::{Layout, Place};
use super::{given, manifest};
use crate::course::{Course, Id};
use crate::grade::record::{Ignored, Student};

use ignored::Rest;

/// How many paths an explanation names.
const NAMED: usize = 4;

/// What is graded of a submission, and what is not.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    /// By the name that Canvas or Moodle gave, and by `submission.toml` where that says nothing.
    pub(crate) student: Option<Student>,
    /// What `submission.toml` says otherwise than that name.
    pub(crate) overruled: Option<Student>,
    /// By `submission.toml`.
    pub(crate) submitted: Option<Timestamp>,
    /// The exercises that were handed in, without byte order marks and carriage returns, as rustc reads them.
    pub(crate) files: BTreeMap<Id, String>,
    /// The exercises that were handed in in a way that cannot be taken, and why.
    pub(crate) rejected: BTreeMap<Id, String>,
    /// Whatever else was there, sorted by path. Folders in which nothing is worth a word are one line.
    pub(crate) ignored: Vec<Ignored>,
}

/// Sorts out the entries of one submission. `refused`: why the id of its `submission.toml` does not count; the rest of
/// that file does.
pub(super) fn sort(
    course: &Course,
    entries: Vec<Entry>,
    student: Option<&Student>,
    refused: Option<&str>,
) -> Taken {
    let layout = Layout::of(course, entries.iter().map(|entry| &*entry.path));
    let mut taken = Taken {
        student: student.cloned(),
        ..Taken::default()
    };
    let mut rest = Rest::default();
    let used = of_manifest(&mut taken, &mut rest, &entries, refused);
    let mut handed_in: BTreeMap<Id, Vec<(String, What)>> = BTreeMap::new();
    for Entry { path, what } in entries {
        match (layout.place(&path), what) {
            (Place::Exercise(id), what) => {
                rest.keep(&path);
                handed_in.entry(id).or_default().push((path, what));
            }
            (Place::Manifest, _) if used.as_deref() == Some(&path) => {}
            (Place::Manifest, _) => rest.add(path, Some("not the one that counts".into())),
            (Place::Nothing(_), What::Unfit(why)) => rest.add(path, Some(why)),
            (Place::Nothing(why), _) => rest.add(path, why),
        }
    }
    for (id, candidates) in handed_in {
        match decide(candidates) {
            Ok(text) => drop(taken.files.insert(id, text)),
            Err(why) => drop(taken.rejected.insert(id, why)),
        }
    }
    taken.ignored = rest.into_lines();
    taken
}

/// Takes over what `submission.toml` says; the path of the one that was read.
fn of_manifest(
    taken: &mut Taken,
    rest: &mut Rest,
    entries: &[Entry],
    refused: Option<&str>,
) -> Option<String> {
    match manifest::find(entries) {
        Ok(None) => None,
        Ok(Some((path, found))) => {
            let told = given::agree(taken.student.take(), found.student);
            let refused = refused.map(str::to_owned).into_iter();
            let why: Vec<String> = refused.chain(told.why).collect();
            if why.is_empty() {
                rest.keep(path);
            } else {
                rest.add(path.to_owned(), Some(why.join("; ")));
            }
            (taken.student, taken.overruled) = (told.student, told.overruled);
            taken.submitted = found.submitted;
            Some(path.to_owned())
        }
        Err(error) => {
            let found = entries.iter().find(|entry| manifest::is(&entry.path))?;
            rest.add(found.path.clone(), Some(format!("{error:#}")));
            Some(found.path.clone())
        }
    }
}

/// One exercise: the one file that stands for it, or any of several that are the same.
fn decide(mut candidates: Vec<(String, What)>) -> Result<String, String> {
    let same = candidates.iter().all(|(_, what)| *what == candidates[0].1);
    if !same {
        candidates.sort_by(|a, b| a.0.cmp(&b.0));
        let paths: Vec<&str> = candidates.iter().map(|(path, _)| &**path).collect();
        let more = if paths.len() > NAMED { ", …" } else { "" };
        let named = paths[..paths.len().min(NAMED)].join(", ");
        return Err(format!(
            "it was handed in more than once, and not as the same text: {named}{more}"
        ));
    }
    match candidates.swap_remove(0) {
        (_, What::Text(text)) => Ok(text),
        (path, What::Unfit(why)) => Err(format!("{path}: {why}")),
        (path, What::Other) => Err(format!("{path}: it was not read")),
    }
}
