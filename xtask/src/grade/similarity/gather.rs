//! The fingerprints of a class, gathered on the disk and compared an exercise at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::Report;
use super::compare::{self, Prints};
use crate::course::Id;
use crate::disk;
use crate::grade::lines::{Lines, Place};

/// Of a class, or of a shard of it. In memory is only who they are, and where each file's fingerprints are.
#[derive(Debug)]
pub(crate) struct Gathered {
    lines: Lines,
    /// Who is compared.
    ids: BTreeSet<String>,
    folder: PathBuf,
    places: BTreeMap<Id, Vec<Place>>,
}

/// A file of a submission.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    exercise: String,
    #[serde(flatten)]
    prints: Prints,
}

impl Gathered {
    /// Nobody's yet, on the disk of that folder.
    ///
    /// # Errors
    /// Nothing can be written there.
    pub(crate) fn new(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            lines: Lines::temporary(folder)?,
            ids: BTreeSet::new(),
            folder: folder.to_owned(),
            places: BTreeMap::new(),
        })
    }

    /// Adds a file's fingerprints, in any order of submissions.
    ///
    /// # Errors
    /// The disk is full.
    pub(crate) fn add(
        &mut self,
        submission: &str,
        exercise: &Id,
        prints: Vec<u32>,
    ) -> anyhow::Result<()> {
        let prints = Prints {
            submission: submission.to_owned(),
            prints,
        };
        self.add_line(&Line {
            exercise: exercise.to_string(),
            prints,
        })
    }

    fn add_line(&mut self, line: &Line) -> anyhow::Result<()> {
        let exercise = line.exercise.parse()?;
        let place = self.lines.add(line)?;
        self.places.entry(exercise).or_default().push(place);
        if !self.ids.contains(&line.prints.submission) {
            self.ids.insert(line.prints.submission.clone());
        }
        Ok(())
    }

    /// How many files.
    pub(crate) fn len(&self) -> usize {
        self.places.values().map(Vec::len).sum()
    }

    /// Writes all of it for whoever merges: one file of a submission a line.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn write(&self, path: &Path) -> anyhow::Result<()> {
        disk::replace_in_pieces(path, |file| {
            Ok(self.lines.write(self.places.values().flatten(), file)?)
        })
        .with_context(|| format!("failed to write {}", path.display()))
    }

    /// Adds what another machine has written.
    ///
    /// # Errors
    /// The file cannot be read, or a line of it is none of ours.
    pub(crate) fn add_written(&mut self, path: &Path) -> anyhow::Result<()> {
        let failed = || format!("failed to read {}", path.display());
        for line in BufReader::new(File::open(path).with_context(failed)?).lines() {
            let line = line.with_context(failed)?;
            let line: Line = serde_json::from_str(&line).with_context(failed)?;
            self.add_line(&line).with_context(failed)?;
        }
        Ok(())
    }

    /// Compares everybody with everybody.
    ///
    /// # Errors
    /// What was written cannot be read again.
    pub(crate) fn report(&self) -> anyhow::Result<Report> {
        let class = self.places.iter().map(|(exercise, places)| {
            let read = |place: &Place| Ok(self.lines.read::<Line>(*place)?.prints);
            let files = places.iter().map(read).collect::<anyhow::Result<_>>()?;
            Ok((exercise, files))
        });
        let (pairs, more) = compare::pairs(&self.folder, &self.ids, class)?;
        Ok(Report::of(pairs, more))
    }
}
