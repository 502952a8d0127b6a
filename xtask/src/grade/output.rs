//! The files that a grading leaves behind: `grades.jsonl`, or a shard's part of it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::ground::Ground;
use super::record::Grade;
use super::shard::Shard;
use super::similarity::Gathered;
use super::sorted::Sorted;
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
    pub(crate) grades: Sorted,
    pub(crate) failed: Vec<Failed>,
    /// What is compared.
    pub(crate) gathered: Gathered,
    /// What the verdicts depend on.
    pub(crate) ground: Ground,
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
    /// What its verdicts depend on: those of all shards must be the same.
    pub(crate) ground: Ground,
    /// What no other run of it could grade either.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) failed: Vec<Failed>,
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

    /// The end of this shard, if it is whole. `each` is called for its grades, one at a time, also if it is not.
    ///
    /// # Errors
    /// Those of `each`, and when a file is there and cannot be read.
    pub(crate) fn whole(
        &self,
        each: impl FnMut(Grade) -> anyhow::Result<()>,
    ) -> anyhow::Result<Option<Trailer>> {
        let (path, Some(shard)) = (self.grades(), self.shard) else {
            return Ok(None);
        };
        let trailer = match File::open(&path) {
            Ok(file) => Trailer::of(BufReader::new(file), shard, each)
                .with_context(|| format!("failed to read {}", path.display()))?,
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => {
                return Err(error).with_context(|| format!("failed to read {}", path.display()));
            }
        };
        match trailer {
            Some(trailer) if self.has_prints(&trailer)? => Ok(Some(trailer)),
            _ => Ok(None),
        }
    }

    fn has_prints(&self, trailer: &Trailer) -> anyhow::Result<bool> {
        let path = self.prints();
        let count = match File::open(&path) {
            Ok(file) => ends_of_lines(BufReader::new(file)),
            Err(error) => Err(error),
        };
        match count {
            Ok(count) => Ok(count == trailer.prints),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error).with_context(|| format!("failed to read {}", path.display())),
        }
    }

    /// Writes the grades, and what a shard's are compared by.
    ///
    /// # Errors
    /// The disk is full, or the folder cannot be written.
    pub(crate) fn write(&self, done: &Done) -> anyhow::Result<()> {
        let path = self.grades();
        let trailer = self.trailer(done)?;
        disk::replace_in_pieces(&path, |file| {
            done.grades.write(file)?;
            Ok(file.write_all(trailer.as_bytes())?)
        })
        .with_context(|| format!("failed to write {}", path.display()))
    }

    /// Nothing for a class. A shard with a trailer is whole, so its fingerprints are written before.
    fn trailer(&self, done: &Done) -> anyhow::Result<String> {
        let Some(shard) = self.shard else {
            return Ok(String::new());
        };
        done.gathered.write(&self.prints())?;
        let trailer = Trailer {
            end: shard.number,
            of: shard.of,
            rows: done.grades.len(),
            prints: done.gathered.len(),
            ground: done.ground.clone(),
            failed: done.failed.clone(),
        };
        Ok(serde_json::to_string(&trailer)? + "\n")
    }
}

impl Trailer {
    /// The last line, if all lines before it are grades and it is the end of that shard.
    fn of(
        text: impl BufRead,
        shard: Shard,
        mut each: impl FnMut(Grade) -> anyhow::Result<()>,
    ) -> anyhow::Result<Option<Self>> {
        let mut rows = 0;
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let line = line?;
            if lines.peek().is_none() {
                let is_whole =
                    |it: &Self| (it.end, it.of, it.rows) == (shard.number, shard.of, rows);
                return Ok(serde_json::from_str(&line).ok().filter(is_whole));
            }
            let Ok(grade) = serde_json::from_str(&line) else {
                return Ok(None);
            };
            each(grade)?;
            rows += 1;
        }
        Ok(None)
    }
}

fn ends_of_lines(mut text: impl BufRead) -> io::Result<usize> {
    let mut count = 0;
    loop {
        let piece = text.fill_buf()?;
        if piece.is_empty() {
            return Ok(count);
        }
        count += piece.iter().filter(|byte| **byte == b'\n').count();
        let length = piece.len();
        text.consume(length);
    }
}
