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
const ENOUGH: u32 = 6;
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

/// Two submissions, by their numbers; the one whose id sorts first comes first.
type Two = (u32, u32);

/// What everybody has in common with everybody. In a class of a thousand, half a million pairs may have something, so
/// that most of them are known by four numbers.
#[derive(Default)]
struct Sums {
    numbers: BTreeMap<String, u32>,
    /// Over all exercises.
    common: HashMap<Two, Common>,
    /// The exercises that are alike, and how much: few pairs have any.
    alike: HashMap<Two, BTreeMap<String, f64>>,
}

/// Fingerprints.
#[derive(Clone, Copy, Default)]
struct Common {
    shared: u32,
    /// Of the one that has fewer of them.
    smaller: u32,
}

/// The pairs that are alike in at least one exercise, the most alike first, and how many were left out.
///
/// # Errors
/// Those of the iterator, which gives each exercise once.
pub(super) fn pairs<'a>(
    class: impl Iterator<Item = anyhow::Result<(&'a Id, Vec<Prints>)>>,
) -> anyhow::Result<(Vec<Pair>, usize)> {
    let mut sums = Sums::default();
    for exercise in class {
        let (id, mut files) = exercise?;
        files.sort_by(|a, b| a.submission.cmp(&b.submission));
        let index = Index::of(&files);
        for file in &mut files {
            file.prints.retain(|print| !index.who(*print).is_empty());
        }
        sums.add(id, &files, &index);
    }
    Ok(sums.most_alike())
}

impl Sums {
    fn add(&mut self, id: &Id, files: &[Prints], index: &Index) {
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
            for other in met {
                let common = std::mem::take(&mut shared[other]);
                if common >= ENOUGH {
                    self.add_two(id, [file, &files[other]], common);
                }
            }
        }
    }

    fn add_two(&mut self, id: &Id, [one, other]: [&Prints; 2], shared: u32) {
        let two = (self.number(one), self.number(other));
        let smaller = one.prints.len().min(other.prints.len()) as u32;
        let sum = self.common.entry(two).or_default();
        sum.shared += shared;
        sum.smaller += smaller;
        let score = share(shared, smaller);
        if score >= ALIKE {
            let exercises = self.alike.entry(two).or_default();
            exercises.insert(id.to_string(), score);
        }
    }

    fn number(&mut self, file: &Prints) -> u32 {
        if let Some(number) = self.numbers.get(&file.submission) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(file.submission.clone(), number);
        number
    }

    fn most_alike(mut self) -> (Vec<Pair>, usize) {
        let mut ids = vec![""; self.numbers.len()];
        for (id, number) in &self.numbers {
            ids[*number as usize] = id;
        }
        let named = |(a, b): Two| (ids[a as usize], ids[b as usize]);
        let scored = self.alike.keys().map(|two| {
            let Common { shared, smaller } = self.common[two];
            (share(shared, smaller), shared, *two)
        });
        let mut scored: Vec<(f64, u32, Two)> = scored.collect();
        scored.sort_by(|x, y| {
            let alike = y.0.total_cmp(&x.0).then(y.1.cmp(&x.1));
            alike.then_with(|| named(x.2).cmp(&named(y.2)))
        });
        let more = scored.len().saturating_sub(PAIRS);
        scored.truncate(PAIRS);
        let pair = |(score, shared, two): (f64, u32, Two)| Pair {
            a: named(two).0.to_owned(),
            b: named(two).1.to_owned(),
            score,
            shared: shared as usize,
            exercises: self.alike.remove(&two).unwrap_or_default(),
        };
        (scored.into_iter().map(pair).collect(), more)
    }
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

/// To two places.
fn share(part: u32, whole: u32) -> f64 {
    (100 * u64::from(part) / u64::from(whole.max(1))) as f64 / 100.0
}
