//! Everybody against everybody, by an index from fingerprints to those who have them: who has nothing in common with
//! anybody costs nothing.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::Pair;
use crate::course::Id;

/// What more than one in so many of the class have is common, and no sign of anything.
const COMMON: usize = 20;
/// But in a small class, so many may share it.
const FEW: usize = 6;
/// Fewer fingerprints are no sign either.
const ENOUGH: usize = 6;
/// From here on, an exercise is alike.
const ALIKE: f64 = 0.6;
/// Most pairs of a report.
const PAIRS: usize = 500;

/// One file of a submission.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Prints {
    /// The id.
    pub(super) submission: String,
    /// Sorted, each once.
    pub(super) prints: Vec<u32>,
}

/// What two have in common, summed over exercises.
#[derive(Default)]
struct Sum {
    shared: usize,
    smaller: usize,
    exercises: BTreeMap<String, f64>,
}

type Sums = HashMap<(String, String), Sum>;

/// The pairs that are alike in at least one exercise, the most alike first, and how many were left out.
///
/// # Errors
/// Those of the iterator, which gives each exercise once.
pub(super) fn pairs<'a>(
    class: impl Iterator<Item = anyhow::Result<(&'a Id, Vec<Prints>)>>,
) -> anyhow::Result<(Vec<Pair>, usize)> {
    let mut sums = Sums::new();
    for exercise in class {
        let (id, mut files) = exercise?;
        files.sort_by(|a, b| a.submission.cmp(&b.submission));
        let index = Index::of(&files);
        for file in &mut files {
            file.prints.retain(|print| !index.who(*print).is_empty());
        }
        of_exercise(id, &files, &index, &mut sums);
    }
    let alike = sums
        .into_iter()
        .filter(|(_, sum)| !sum.exercises.is_empty());
    let mut pairs: Vec<Pair> = alike.map(|((a, b), sum)| pair(a, b, sum)).collect();
    pairs.sort_by(|x, y| {
        let alike = y.score.total_cmp(&x.score).then(y.shared.cmp(&x.shared));
        alike.then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b)))
    });
    let more = pairs.len().saturating_sub(PAIRS);
    pairs.truncate(PAIRS);
    Ok((pairs, more))
}

/// Who has which fingerprint: sorted, for a class has a million of them.
struct Index(Vec<(u32, usize)>);

impl Index {
    /// Without those that many have.
    fn of(files: &[Prints]) -> Self {
        let of_file = |(at, file): (usize, &Prints)| {
            let prints = file.prints.clone();
            prints.into_iter().map(move |print| (print, at))
        };
        let mut all: Vec<(u32, usize)> = files.iter().enumerate().flat_map(of_file).collect();
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

    fn who(&self, print: u32) -> &[(u32, usize)] {
        let from = self.0.partition_point(|(other, _)| *other < print);
        let length = self.0[from..]
            .iter()
            .take_while(|(other, _)| *other == print);
        &self.0[from..from + length.count()]
    }
}

fn of_exercise(id: &Id, files: &[Prints], index: &Index, sums: &mut Sums) {
    let mut shared = vec![0; files.len()];
    for (at, file) in files.iter().enumerate() {
        let mut met = Vec::new();
        for (_, other) in file.prints.iter().flat_map(|print| index.who(*print)) {
            if *other > at {
                if shared[*other] == 0 {
                    met.push(*other);
                }
                shared[*other] += 1;
            }
        }
        for other in met {
            let common = std::mem::take(&mut shared[other]);
            let smaller = file.prints.len().min(files[other].prints.len());
            let key = (file.submission.clone(), files[other].submission.clone());
            if common >= ENOUGH {
                add(sums.entry(key).or_default(), id, common, smaller);
            }
        }
    }
}

fn add(sum: &mut Sum, id: &Id, shared: usize, smaller: usize) {
    sum.shared += shared;
    sum.smaller += smaller;
    let score = share(shared, smaller);
    if score >= ALIKE {
        sum.exercises.insert(id.to_string(), score);
    }
}

fn pair(a: String, b: String, sum: Sum) -> Pair {
    Pair {
        a,
        b,
        score: share(sum.shared, sum.smaller),
        shared: sum.shared,
        exercises: sum.exercises,
    }
}

/// To two places.
fn share(part: usize, whole: usize) -> f64 {
    (100 * part / whole.max(1)) as f64 / 100.0
}
