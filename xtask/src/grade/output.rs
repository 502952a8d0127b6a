//! The files that a grading leaves behind: `grades.jsonl`, or a shard's part of it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::record::Grade;
use super::shard::Shard;
use super::similarity::Gathered;
use crate::disk;

/// The folder of a grading.
#[derive(Debug)]
pub(crate) struct Output {
    out: PathBuf,
    shard: Option<Shard>,
}

/// A submission that could not be graded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failed {
    /// Whose.
    pub(crate) id: String,
    /// Because of what.
    pub(crate) why: String,
}

/// All that a grading has found out.
#[derive(Debug)]
pub(crate) struct Done {
    /// Sorted by id.
    pub(crate) grades: Vec<Grade>,
    pub(crate) failed: Vec<Failed>,
    /// What is compared.
    pub(crate) gathered: Gathered,
}

/// The last line of a shard: without it, the shard is not whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trailer {
    end: u32,
    of: u32,
    rows: usize,
    /// How many lines its file of fingerprints has.
    prints: usize,
    /// What no other run of it could grade either.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) failed: Vec<Failed>,
}

/// A whole shard.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) grades: Vec<Grade>,
    pub(crate) trailer: Trailer,
}

impl Output {
    /// Of a whole class, or of one shard of it.
    pub(crate) fn of(out: &Path, shard: Option<Shard>) -> Self {
        Self {
            out: out.to_path_buf(),
            shard,
        }
    }

    /// Where the grades are when everything is done.
    pub(crate) fn grades(&self) -> PathBuf {
        match self.shard {
            None => self.out.join("grades.jsonl"),
            Some(shard) => self.part(shard, "jsonl"),
        }
    }

    /// Where they are gathered before.
    pub(crate) fn journal(&self) -> PathBuf {
        match self.shard {
            None => self.out.join("journal.jsonl"),
            Some(shard) => self.part(shard, "journal"),
        }
    }

    /// What a shard's submissions are compared by.
    pub(crate) fn prints(&self) -> PathBuf {
        match self.shard {
            None => self.out.join("class.prints"),
            Some(shard) => self.part(shard, "prints"),
        }
    }

    /// The folder itself.
    pub(crate) fn folder(&self) -> &Path {
        &self.out
    }

    /// Whether it is about all of the class, and not a shard of it.
    pub(crate) fn is_of_the_class(&self) -> bool {
        self.shard.is_none()
    }

    fn part(&self, shard: Shard, ending: &str) -> PathBuf {
        let Shard { number, of } = shard;
        self.out
            .join("shards")
            .join(format!("{number}-of-{of}.{ending}"))
    }

    /// What was graded, if this is a whole shard.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub(crate) fn whole(&self) -> anyhow::Result<Option<Part>> {
        let (path, Some(shard)) = (self.grades(), self.shard) else {
            return Ok(None);
        };
        let part = match fs::read_to_string(&path) {
            Ok(text) => Part::read(&text, shard),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => {
                return Err(error).with_context(|| format!("failed to read {}", path.display()));
            }
        };
        match part {
            Some(part) if self.has_prints(&part.trailer)? => Ok(Some(part)),
            _ => Ok(None),
        }
    }

    fn has_prints(&self, trailer: &Trailer) -> anyhow::Result<bool> {
        let path = self.prints();
        match fs::read(&path) {
            Ok(text) => Ok(text.iter().filter(|byte| **byte == b'\n').count() == trailer.prints),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error).with_context(|| format!("failed to read {}", path.display())),
        }
    }

    /// Writes the grades, and what a shard's are compared by.
    ///
    /// # Errors
    /// The disk is full, or the folder cannot be written.
    pub(crate) fn write(&self, done: &Done) -> anyhow::Result<()> {
        let mut text = lines(&done.grades)?;
        if let Some(shard) = self.shard {
            // A shard with a trailer is whole, so this comes before.
            done.gathered.write(&self.prints())?;
            let trailer = Trailer {
                end: shard.number,
                of: shard.of,
                rows: done.grades.len(),
                prints: done.gathered.len(),
                failed: done.failed.clone(),
            };
            text += &serde_json::to_string(&trailer)?;
            text.push('\n');
        }
        disk::replace(&self.grades(), text.as_bytes())
    }
}

fn lines(grades: &[Grade]) -> anyhow::Result<String> {
    let mut text = String::new();
    for grade in grades {
        text += &serde_json::to_string(grade)?;
        text.push('\n');
    }
    Ok(text)
}

impl Part {
    /// The shard's grades; nothing when the file ends before the shard does.
    fn read(text: &str, shard: Shard) -> Option<Self> {
        let (rows, last) = text
            .strip_suffix('\n')?
            .rsplit_once('\n')
            .unwrap_or(("", text.trim_end()));
        let trailer: Trailer = serde_json::from_str(last).ok()?;
        let grades = rows
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<Vec<Grade>, _>>()
            .ok()?;
        let is_whole =
            (trailer.end, trailer.of, trailer.rows) == (shard.number, shard.of, grades.len());
        is_whole.then_some(Self { grades, trailer })
    }
}
