//! What is graded so far, one line a submission, on the disk before the next one is told: whoever kills the grader loses
//! what is in flight, and nothing else. It is read again a line at a time.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use super::ground::Ground;
use super::lines::{Lines, Place};
use super::sheet::Sheet;
use crate::exit::Misuse;
use crate::interrupt;
use crate::report::words::count;

/// An open journal, which nobody else writes.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    lines: Mutex<Lines>,
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

/// What a journal holds.
#[derive(Debug, Default)]
struct Found {
    /// Of all rows, whatever exercises they were about.
    ground: Option<Ground>,
    rows: Vec<Place>,
    ended: bool,
    /// Somebody else has written it.
    foreign: bool,
    /// Bytes up to the end of its last whole line.
    length: u64,
}

impl Found {
    /// Reads as far as the lines are whole.
    fn of(mut text: impl BufRead) -> io::Result<Self> {
        let (mut found, mut line) = (Self::default(), Vec::new());
        loop {
            line.clear();
            text.read_until(b'\n', &mut line)?;
            let whole = line.strip_suffix(b"\n").map(serde_json::from_slice::<Line>);
            let Some(Ok(known)) = whole else {
                found.foreign = found.ground.is_none() && !may_become_a_head(&line);
                return Ok(found);
            };
            let place = Place::new(found.length, line.len() as u64 - 1);
            found.length += line.len() as u64;
            found.ended = matches!(known, Line::End { .. });
            match known {
                Line::Head { ground } => found.ground = Some(ground),
                Line::Row(_) => found.rows.push(place),
                Line::End { .. } => {}
            }
        }
    }

    /// Whether it may be gone on with, or be replaced.
    fn check(&self, path: &Path, now: &Ground, before: Before) -> anyhow::Result<()> {
        let path = path.display();
        if self.foreign {
            return misuse(format!(
                "{path} is no journal of this grader, or of another version of it\nremove the file, or name another folder with --out"
            ));
        }
        let Some(ground) = self.ground.as_ref().filter(|_| !self.rows.is_empty()) else {
            return Ok(());
        };
        let graded = count(self.rows.len(), "graded submission");
        let differences = ground.differences(now).join("; ");
        match before {
            Before::Resume if differences.is_empty() => Ok(()),
            Before::Resume => misuse(format!(
                "{path} holds {graded} of a run with other options: {differences}\ngo on with the same options, or remove the file to begin anew"
            )),
            Before::Refuse if self.ended => Ok(()),
            Before::Refuse if differences.is_empty() => misuse(format!(
                "{path} holds {graded} of a run that did not come to its end\ngo on with --resume, or remove the file to begin anew"
            )),
            Before::Refuse => misuse(format!(
                "{path} holds {graded} of a run that did not come to its end and had other options: {differences}\ngo on with --resume and the same options, or remove the file to begin anew"
            )),
        }
    }
}

/// Whether whoever was killed at writing the first line can have left this.
fn may_become_a_head(line: &[u8]) -> bool {
    const BEGIN: &[u8] = b"{\"ground\":{";
    !line.ends_with(b"\n") && (line.starts_with(BEGIN) || BEGIN.starts_with(line))
}

fn misuse(why: String) -> anyhow::Result<()> {
    Err(Misuse(why).into())
}

#[cfg(test)]
mod tests;
