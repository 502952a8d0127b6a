//! What each two have in common, exercise by exercise, on the disk: each exercise is one sorted run, and all runs are read
//! side by side.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use anyhow::Context;

use crate::disk;

/// Two submissions, by their numbers in the order of their ids; the one whose id sorts first comes first.
pub(super) type Two = (u32, u32);

/// Fingerprints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Common {
    pub(super) shared: u32,
    /// Of the one that has fewer of them.
    pub(super) smaller: u32,
}

/// Bytes of an entry: four numbers.
const ENTRY: usize = 16;
/// Entries that are read or written at a time.
const AT_ONCE: usize = 1024;

/// All runs, in a file without a name: whatever ends the process, nothing of it is left.
#[derive(Debug)]
pub(super) struct Runs {
    file: File,
    end: u64,
    /// Where each begins and ends.
    runs: Vec<(u64, u64)>,
}

/// The run that is being written.
#[derive(Debug)]
pub(super) struct Run<'r> {
    runs: &'r mut Runs,
    begin: u64,
    buffer: Vec<u8>,
}

impl Runs {
    /// None yet, on the disk of that folder.
    ///
    /// # Errors
    /// Nothing can be written there.
    pub(super) fn new(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            file: disk::nameless(folder)?,
            end: 0,
            runs: Vec::new(),
        })
    }

    /// A new run.
    pub(super) fn begin(&mut self) -> Run<'_> {
        let begin = self.end;
        Run {
            runs: self,
            begin,
            buffer: Vec::with_capacity(AT_ONCE * ENTRY),
        }
    }

    /// Gives each two that are in any run, in order, with the numbers of these runs and what stands there.
    ///
    /// # Errors
    /// What was written cannot be read again.
    pub(super) fn read(&self, mut take: impl FnMut(Two, &[(usize, Common)])) -> anyhow::Result<()> {
        let mut readers: Vec<Reader<'_>> = self.runs.iter().map(|run| self.reader(*run)).collect();
        let mut next = BinaryHeap::new();
        for (run, reader) in readers.iter_mut().enumerate() {
            if let Some((two, common)) = reader.next()? {
                next.push(Reverse((two, run, common.shared, common.smaller)));
            }
        }
        let mut of_two = Vec::new();
        while let Some(Reverse((two, run, shared, smaller))) = next.pop() {
            of_two.push((run, Common { shared, smaller }));
            if let Some((two, common)) = readers[run].next()? {
                next.push(Reverse((two, run, common.shared, common.smaller)));
            }
            if next.peek().is_none_or(|Reverse((other, ..))| *other != two) {
                take(two, &of_two);
                of_two.clear();
            }
        }
        Ok(())
    }

    fn reader(&self, (begin, end): (u64, u64)) -> Reader<'_> {
        Reader {
            file: &self.file,
            at: begin,
            end,
            buffer: Vec::new(),
            taken: 0,
        }
    }
}

impl Run<'_> {
    /// Adds an entry, behind all that are smaller.
    ///
    /// # Errors
    /// The disk is full.
    pub(super) fn add(&mut self, two: Two, common: Common) -> anyhow::Result<()> {
        for number in [two.0, two.1, common.shared, common.smaller] {
            self.buffer.extend(number.to_le_bytes());
        }
        if self.buffer.len() >= AT_ONCE * ENTRY {
            self.flush()?;
        }
        Ok(())
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// The disk is full.
    pub(super) fn end(mut self) -> anyhow::Result<()> {
        self.flush()?;
        self.runs.runs.push((self.begin, self.runs.end));
        Ok(())
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        let runs = &mut *self.runs;
        let written = runs.file.write_all_at(&self.buffer, runs.end);
        written.context("failed to write what submissions have in common")?;
        runs.end += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }
}

struct Reader<'f> {
    file: &'f File,
    at: u64,
    end: u64,
    buffer: Vec<u8>,
    taken: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> anyhow::Result<Option<(Two, Common)>> {
        if self.taken == self.buffer.len() {
            self.fill()
                .context("failed to read what submissions have in common")?;
        }
        let Some((entry, _)) = self.buffer[self.taken..].split_first_chunk::<ENTRY>() else {
            return Ok(None);
        };
        self.taken += ENTRY;
        let number = |at: usize| {
            let [a, b, c, d] = [0, 1, 2, 3].map(|byte| entry[4 * at + byte]);
            u32::from_le_bytes([a, b, c, d])
        };
        let common = Common {
            shared: number(2),
            smaller: number(3),
        };
        Ok(Some(((number(0), number(1)), common)))
    }

    fn fill(&mut self) -> io::Result<()> {
        let left = usize::try_from(self.end - self.at).unwrap_or(usize::MAX);
        self.buffer.resize(left.min(AT_ONCE * ENTRY), 0);
        self.file.read_exact_at(&mut self.buffer, self.at)?;
        self.at += self.buffer.len() as u64;
        self.taken = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn common(shared: u32) -> Common {
        Common { shared, smaller: 9 }
    }

    #[test]
    fn each_two_come_once_in_order_with_all_runs_that_they_are_in() {
        let folder = tempfile::tempdir().unwrap();
        let mut runs = Runs::new(folder.path()).unwrap();
        for entries in [
            &[((0, 1), 7), ((2, 3), 8)][..],
            &[],
            &[((0, 2), 6), ((2, 3), 5)],
        ] {
            let mut run = runs.begin();
            for (two, shared) in entries {
                run.add(*two, common(*shared)).unwrap();
            }
            run.end().unwrap();
        }
        let mut all = Vec::new();
        runs.read(|two, common| all.push((two, common.to_vec())))
            .unwrap();
        let wanted = [
            ((0, 1), vec![(0, common(7))]),
            ((0, 2), vec![(2, common(6))]),
            ((2, 3), vec![(0, common(8)), (2, common(5))]),
        ];
        assert_eq!(all, wanted);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn runs_that_are_longer_than_what_is_read_at_a_time_come_whole() {
        let folder = tempfile::tempdir().unwrap();
        let mut runs = Runs::new(folder.path()).unwrap();
        let long = 3 * AT_ONCE as u32 + 1;
        for _ in 0..2 {
            let mut run = runs.begin();
            for other in 1..=long {
                run.add((0, other), common(other)).unwrap();
            }
            run.end().unwrap();
        }
        let mut next = 1;
        runs.read(|two, of_two| {
            assert_eq!(two, (0, next));
            assert_eq!(of_two, [(0, common(next)), (1, common(next))]);
            next += 1;
        })
        .unwrap();
        assert_eq!(next, long + 1);
    }
}
