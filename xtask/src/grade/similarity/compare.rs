//! Everybody against everybody, by an index from fingerprints to those who have them: who has nothing in common with
//! anybody costs nothing.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Pair;
use super::ranking::Ranking;
use super::runs::{Common, Runs};
use crate::course::Id;

/// What more than one in so many of the class have is common, and no sign of anything.
const COMMON: usize = 20;
/// But in a small class, so many may share it.
const FEW: usize = 6;
/// Fewer fingerprints are no sign either.
const ENOUGH: u32 = 6;

/// One file of a submission.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Prints {
    /// The id.
    pub(super) submission: String,
    /// Sorted, each once.
    pub(super) prints: Vec<u32>,
}

/// The pairs that are alike in at least one exercise, the most alike first, and how many were left out. `ids`: of all who
/// are in the class. In a class of a thousand, half a million pairs may have something in common in each exercise: what
/// they have waits in `folder`, on the disk.
///
/// # Errors
/// Those of the iterator, which gives each exercise once; and the disk's.
pub(super) fn pairs<'a>(
    folder: &Path,
    ids: &BTreeSet<String>,
    class: impl Iterator<Item = anyhow::Result<(&'a Id, Vec<Prints>)>>,
) -> anyhow::Result<(Vec<Pair>, usize)> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let number = |file: &Prints| ids.partition_point(|id| **id < *file.submission) as u32;
    let (mut runs, mut exercises) = (Runs::new(folder)?, Vec::new());
    for exercise in class {
        let (id, mut files) = exercise?;
        files.sort_by(|a, b| a.submission.cmp(&b.submission));
        let index = Index::of(&files);
        for file in &mut files {
            file.prints.retain(|print| !index.who(*print).is_empty());
        }
        let numbers: Vec<u32> = files.iter().map(number).collect();
        add(&mut runs, &numbers, &files, &index)?;
        exercises.push(id.to_string());
    }
    let mut ranking = Ranking::new(exercises);
    runs.read(|two, common| ranking.add(two, common))?;
    Ok(ranking.most_alike(&ids))
}

/// Writes down what each two have in common in an exercise, in the order of their numbers.
fn add(runs: &mut Runs, numbers: &[u32], files: &[Prints], index: &Index) -> anyhow::Result<()> {
    let mut run = runs.begin();
    let mut shared = vec![0; files.len()];
    for (at, file) in files.iter().enumerate() {
        let mut met = Vec::new();
        for (_, other) in file.prints.iter().flat_map(|print| index.who(*print)) {
            let other = *other as usize;
            if other > at {
                if shared[other] == 0 {
                    met.push(other);
                }
                shared[other] += 1;
            }
        }
        met.sort_unstable();
        for other in met {
            let shared = std::mem::take(&mut shared[other]);
            if shared >= ENOUGH {
                let smaller = file.prints.len().min(files[other].prints.len()) as u32;
                let two = (numbers[at], numbers[other]);
                run.add(two, Common { shared, smaller })?;
            }
        }
    }
    run.end()
}

/// Who has which fingerprint: sorted, for a class has a million of them.
struct Index(Vec<(u32, u32)>);

impl Index {
    /// Without those that many have.
    fn of(files: &[Prints]) -> Self {
        let of_file = |(at, file): (usize, &Prints)| {
            let prints = file.prints.clone();
            prints.into_iter().map(move |print| (print, at as u32))
        };
        let mut all: Vec<(u32, u32)> = files.iter().enumerate().flat_map(of_file).collect();
        all.sort_unstable();
        let most = FEW.max(files.len() / COMMON);
        let mut kept = 0;
        let mut begin = 0;
        while begin < all.len() {
            let print = all[begin].0;
            let end = begin + all[begin..].partition_point(|(other, _)| *other == print);
            if end - begin <= most {
                all.copy_within(begin..end, kept);
                kept += end - begin;
            }
            begin = end;
        }
        all.truncate(kept);
        Self(all)
    }

    fn who(&self, print: u32) -> &[(u32, u32)] {
        let from = self.0.partition_point(|(other, _)| *other < print);
        let length = self.0[from..]
            .iter()
            .take_while(|(other, _)| *other == print);
        &self.0[from..from + length.count()]
    }
}
