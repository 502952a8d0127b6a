//! What is graded so far, one line a submission, on the disk before the next one is told: whoever kills the grader loses
//! what is in flight, and nothing else. It is read again a line at a time, and a damaged line costs no other.

mod found;

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use super::ground::Ground;
use super::lines::{Lines, Place};
use super::sheet::Sheet;
use crate::interrupt;

use found::Found;

/// An open journal, which nobody else writes.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    lines: Mutex<Lines>,
    /// What of it is lost, in words.
    lost: Option<String>,
}

/// What is written of one submission: not its points, which may be given otherwise next time, and nothing that is read
/// again anyway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Row {
    /// Of the submission.
    pub(crate) id: String,
    /// Stands for all that it held: another hash, another submission.
    pub(crate) seen: String,
    /// By the exercise's id.
    pub(crate) exercises: BTreeMap<String, Kept>,
}

/// One exercise of a submission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Of the file, where there is one.
    pub(crate) sha256: Option<String>,
    /// What came of it.
    #[serde(flatten)]
    pub(crate) sheet: Sheet,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    /// The first, and again where exercises are added: what all verdicts depend on.
    Head {
        ground: Ground,
    },
    /// The last, once everything was tried.
    End {
        end: usize,
    },
    Row(Row),
}

/// What to do with a journal that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// Go on with it.
    Resume,
    /// Begin anew, unless that would throw away work.
    Refuse,
}

impl Journal {
    /// Opens the journal at `path`, and gives the places of what it holds that is true on this `ground`.
    ///
    /// # Errors
    /// It cannot be read or written, somebody else writes it, or it holds work that cannot be gone on with or that nobody
    /// has asked to go on with. Then it stays as it is.
    pub(crate) fn open(
        path: &Path,
        ground: &Ground,
        before: Before,
    ) -> anyhow::Result<(Self, Vec<Place>)> {
        let file = locked(path)?;
        let found = Found::of(BufReader::new(&file))
            .with_context(|| format!("failed to read {}", path.display()))?;
        found.check(path, ground, before)?;
        let goes_on = before == Before::Resume && !found.rows.is_empty();
        let kept = if goes_on { found.length } else { 0 };
        file.set_len(kept)
            .with_context(|| format!("failed to write {}", path.display()))?;
        let journal = Self {
            path: path.to_path_buf(),
            lines: Mutex::new(Lines::after(file, kept)),
            lost: found.lost().filter(|_| before == Before::Resume),
        };
        let all = match &found.ground {
            Some(before) if goes_on => before.clone().with(ground),
            _ => ground.clone(),
        };
        if !goes_on || found.ground.as_ref() != Some(&all) {
            journal.append(&Line::Head { ground: all })?;
        }
        // The file itself must be found again, too.
        let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
        let rows = if goes_on { found.rows } else { Vec::new() };
        Ok((journal, rows))
    }

    /// Says where it is damaged, when it was to be gone on with.
    pub(crate) fn warning(&self) -> Option<String> {
        let lost = self.lost.as_ref()?;
        Some(format!("{}: {lost}", self.path.display()))
    }

    /// Adds a submission; when this returns, it is on the disk.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn add(&self, row: &Row) -> anyhow::Result<Place> {
        self.append(row)
    }

    /// A submission that was added.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn read(&self, place: Place) -> anyhow::Result<Row> {
        let row = self.lines().read(place);
        row.with_context(|| format!("failed to read {}", self.path.display()))
    }

    /// So many submissions have been graded, and none is left to try.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn end(&self, graded: usize) -> anyhow::Result<()> {
        self.append(&Line::End { end: graded }).map(drop)
    }

    fn append(&self, line: &impl Serialize) -> anyhow::Result<Place> {
        let mut lines = self.lines();
        let added: anyhow::Result<Place> = interrupt::lasting(|| {
            let place = lines.add(line)?;
            lines.sync()?;
            Ok(place)
        });
        added.with_context(|| format!("failed to write {}", self.path.display()))
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The file at that path, which nobody else writes; a new one where there is none.
fn locked(path: &Path) -> anyhow::Result<File> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)
        .with_context(|| format!("failed to make the folder {}", folder.display()))?;
    let mut options = OpenOptions::new();
    let file = options
        .read(true)
        .append(true)
        .create(true)
        .open(path)
        .with_context(|| format!("failed to write {}", path.display()))?;
    if let Err(fs::TryLockError::WouldBlock) = file.try_lock() {
        bail!(
            "another grader writes {}; wait for it, or grade into another folder",
            path.display()
        );
    }
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests;
