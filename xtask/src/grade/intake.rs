//! What was handed in: found, read safely, and sorted into what is graded and what is not.
//!
//! A submission comes from a stranger. Of all that is in it, only the exercises that the course names are taken, as
//! regular UTF-8 files of a modest size; everything else is listed. No link is followed, nothing is unpacked to disk,
//! and every size and number has a limit that is counted and not believed.

mod archive;
mod class;
mod download;
mod entry;
mod folder;
mod given;
mod ids;
mod kind;
mod layout;
mod limits;
mod manifest;
mod name;
mod part;
mod taken;
#[cfg(test)]
mod tests;

use anyhow::Context;

use self::entry::{Entry, Wanted};
use self::limits::Budget;
use self::manifest::Manifest;
use self::part::Part;
use super::record::Student;
use crate::course::Course;

pub(crate) use self::class::find;
pub(crate) use self::ids::Refused;
pub(crate) use self::taken::Taken;

/// Something that one student handed in.
#[derive(Debug, Clone)]
pub(crate) struct Submission {
    /// Of its `submission.toml`, or of its folder or archive: no two of a class have the same, and it can be part of a
    /// file's name.
    pub(crate) id: String,
    /// The id that its `submission.toml` gives it, where that is not its own to give.
    pub(crate) refused: Option<Refused>,
    /// By the name that Canvas or Moodle gave.
    student: Option<Student>,
    parts: Vec<Part>,
}

impl Submission {
    /// Reads it. Only what it hands in of this course's exercises is kept in memory.
    ///
    /// # Errors
    /// It cannot be graded at all: its folder or archive cannot be read, or is larger than an honest one.
    pub(crate) fn take(&self, course: &Course) -> anyhow::Result<Taken> {
        let wanted = |path: &str| layout::may_be_an_exercise(course, path) || manifest::is(path);
        let entries = self.read(&wanted)?;
        let refused = self.refused.as_ref().map(|refused| &*refused.why);
        Ok(taken::sort(course, entries, self.student.as_ref(), refused))
    }

    /// What its `submission.toml` says, if it can be read.
    fn own_words(&self) -> Manifest {
        let read = || {
            let entries = self.read(&manifest::is).ok()?;
            let (_, found) = manifest::find(&entries).ok()??;
            Some(found)
        };
        read().unwrap_or_default()
    }

    fn read(&self, wanted: Wanted<'_>) -> anyhow::Result<Vec<Entry>> {
        let mut budget = Budget::default();
        let mut entries = Vec::new();
        for part in &self.parts {
            let found = part.read(wanted, &mut budget);
            entries.extend(found.with_context(|| format!("cannot read {}", part.path.display()))?);
        }
        Ok(entries)
    }
}
