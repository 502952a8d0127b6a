//! What is graded so far, one line a submission, on the disk before the next one is told: whoever kills the grader loses
//! what is in flight, and nothing else. It is read again a line at a time.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use super::lines::{Lines, Place};
use super::sheet::Sheet;
use crate::exit::Misuse;
use crate::interrupt;

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
    /// The first: what all verdicts depend on.
    Head {
        ground: String,
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
    /// Opens the journal at `path`, and gives the places of what it holds that is still true: rows of the same `ground`.
    ///
    /// # Errors
    /// It cannot be read or written, somebody else writes it, or it holds work that nobody has asked to go on with.
    pub(crate) fn open(
        path: &Path,
        ground: &str,
        before: Before,
    ) -> anyhow::Result<(Self, Vec<Place>)> {
        let failed = || format!("failed to write {}", path.display());
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .with_context(|| format!("failed to make the folder {}", folder.display()))?;
        let mut options = OpenOptions::new();
        let file = options
            .read(true)
            .append(true)
            .create(true)
            .open(path)
            .with_context(failed)?;
        if let Err(fs::TryLockError::WouldBlock) = file.try_lock() {
            bail!(
                "another grader writes {}; wait for it, or grade into another folder",
                path.display()
            );
        }
        let found = Found::of(BufReader::new(&file))
            .with_context(|| format!("failed to read {}", path.display()))?;
        if before == Before::Refuse && !found.ended && !found.rows.is_empty() {
            return Err(Misuse(format!(
                "{} holds {} graded submissions of a run that did not come to its end\ngo on with --resume, or remove the file to begin anew",
                path.display(),
                found.rows.len()
            ))
            .into());
        }
        let goes_on = before == Before::Resume && found.ground.as_deref() == Some(ground);
        let kept = if goes_on { found.length } else { 0 };
        file.set_len(kept).with_context(failed)?;
        let journal = Self {
            path: path.to_path_buf(),
            lines: Mutex::new(Lines::after(file, kept)),
        };
        if !goes_on {
            let ground = ground.to_owned();
            journal.append(&Line::Head { ground })?;
        }
        // The file itself must be found again, too.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
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

/// What a journal holds.
#[derive(Debug, Default)]
struct Found {
    ground: Option<String>,
    rows: Vec<Place>,
    ended: bool,
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str) -> Row {
        Row {
            id: id.to_owned(),
            seen: "hash".to_owned(),
            exercises: BTreeMap::from([(
                "locks/counter".to_owned(),
                Kept {
                    sha256: None,
                    sheet: Sheet::not_started(),
                },
            )]),
        }
    }

    fn journal(folder: &tempfile::TempDir) -> PathBuf {
        folder.path().join("journal.jsonl")
    }

    fn ids(path: &Path, ground: &str) -> Vec<String> {
        let (journal, rows) = Journal::open(path, ground, Before::Resume).unwrap();
        let read = |place| journal.read(place).unwrap();
        rows.into_iter().map(read).map(|row| row.id).collect()
    }

    #[test]
    fn what_was_added_is_there_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = journal(&folder);
        let (written, rows) = Journal::open(&path, "a", Before::Refuse).unwrap();
        assert!(rows.is_empty());
        written.add(&row("ada")).unwrap();
        drop(written);
        assert_eq!(ids(&path, "a"), ["ada"]);
        assert_eq!(ids(&path, "another compiler"), [""; 0]);
    }

    #[test]
    fn at_whatever_byte_it_was_cut_the_whole_lines_count_and_the_next_one_fits() {
        let folder = tempfile::tempdir().unwrap();
        let path = journal(&folder);
        let (written, _) = Journal::open(&path, "a", Before::Refuse).unwrap();
        let head = fs::metadata(&path).unwrap().len();
        written.add(&row("ada")).unwrap();
        let first = fs::metadata(&path).unwrap().len();
        written.add(&row("ben")).unwrap();
        drop(written);
        let whole = fs::read(&path).unwrap();
        for cut in head..=whole.len() as u64 {
            fs::write(&path, &whole[..cut as usize]).unwrap();
            let expected = usize::from(cut >= first) + usize::from(cut == whole.len() as u64);
            assert_eq!(ids(&path, "a").len(), expected, "{cut}");
            let (again, _) = Journal::open(&path, "a", Before::Resume).unwrap();
            again.add(&row("cyd")).unwrap();
            drop(again);
            assert_eq!(ids(&path, "a").len(), expected + 1, "{cut}");
        }
    }

    #[test]
    fn work_is_not_thrown_away_unasked_and_a_whole_run_may_be_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = journal(&folder);
        let (written, _) = Journal::open(&path, "a", Before::Refuse).unwrap();
        written.add(&row("ada")).unwrap();
        drop(written);
        let error = Journal::open(&path, "a", Before::Refuse).unwrap_err();
        assert!(
            error.is::<Misuse>() && error.to_string().contains("--resume"),
            "{error}"
        );
        let (written, _) = Journal::open(&path, "a", Before::Resume).unwrap();
        written.end(1).unwrap();
        drop(written);
        assert_eq!(ids(&path, "a"), ["ada"]);
        let (_, rows) = Journal::open(&path, "a", Before::Refuse).unwrap();
        assert!(rows.is_empty());
    }

    #[test]
    fn two_graders_do_not_write_one_journal() {
        let folder = tempfile::tempdir().unwrap();
        let path = journal(&folder);
        let _first = Journal::open(&path, "a", Before::Refuse).unwrap();
        let error = Journal::open(&path, "a", Before::Resume).unwrap_err();
        assert!(error.to_string().contains("another grader"), "{error}");
    }
}
