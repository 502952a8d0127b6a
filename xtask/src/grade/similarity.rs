//! Which submissions are alike beyond what they were given: a hint for a person who then reads both, never a verdict.
//!
//! Programs are compared by the fingerprints of their tokens (Schleimer, Wilkerson, Aiken: Winnowing: local algorithms
//! for document fingerprinting, SIGMOD 2003). Names, numbers, texts, comments and layout do not count, so renaming hides
//! nothing. What the starter has does not count, nor what many of the class have: short exercises have few right forms.
//! Two who thought alike are still alike; and who rewrote a copy from the ground up is not found.

mod compare;
mod tokens;
mod winnow;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::intake::Submission;
use crate::course::{Course, Exercise, Id};
use crate::disk;
use crate::pristine::Pristine;
use crate::report::grade::notes::Alike;

use compare::Prints;

/// In the folder of reports.
pub(crate) const FILE: &str = "similar.json";

const NOTE: &str = "A hint for a person, and no verdict: these programs share token sequences that neither the starter \
    nor many of the class have. Read both before you think ill of anybody.";

/// Gathers the fingerprints of a class, a submission at a time.
#[derive(Debug, Default)]
pub(crate) struct Similarity {
    starters: BTreeMap<Id, HashSet<u32>>,
    class: BTreeMap<Id, Vec<Prints>>,
}

/// Pairs of submissions to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Report {
    /// What this is, for whoever opens the file.
    pub(crate) note: String,
    /// The most alike first.
    pub(crate) pairs: Vec<Pair>,
    /// How many more pairs there are that are less alike.
    pub(crate) more: usize,
}

/// Two submissions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Pair {
    /// The id that sorts first.
    pub(crate) a: String,
    /// The other.
    pub(crate) b: String,
    /// From 0 to 1: how much of the smaller of both is in the other, over all exercises that both handed in.
    pub(crate) score: f64,
    /// So many fingerprints are the same.
    pub(crate) shared: usize,
    /// The score of each exercise that is alike by itself.
    pub(crate) exercises: BTreeMap<String, f64>,
}

/// Compares what a class has handed in for these exercises. Each submission is read once more, and only its
/// fingerprints are kept. One that cannot be read has been named by whoever graded it.
pub(crate) fn of_class(
    course: &Course,
    pristine: &Pristine,
    exercises: &[&Exercise],
    submissions: &[Submission],
) -> Report {
    let starters = exercises.iter().map(|exercise| {
        let path = format!(
            "exercises/{}/src/{}.rs",
            exercise.id.lesson, exercise.id.name
        );
        let starter = pristine.text(&path).unwrap_or_default();
        (exercise.id.clone(), starter)
    });
    let mut similarity = Similarity::new(starters);
    for submission in submissions {
        if let Ok(mut taken) = submission.take(course) {
            taken
                .files
                .retain(|id, _| similarity.starters.contains_key(id));
            similarity.add(&submission.id, &taken.files);
        }
    }
    similarity.report()
}

/// The pairs of `similar.json` in that folder, exercise by exercise; none where it has none.
pub(crate) fn alike(folder: &Path) -> Option<Vec<Alike>> {
    let text = fs::read(folder.join(FILE)).ok()?;
    let report: Report = serde_json::from_slice(&text).ok()?;
    Some(report.alike())
}

impl Similarity {
    /// With the starters, whose own sequences do not count.
    pub(crate) fn new<'a>(starters: impl IntoIterator<Item = (Id, &'a str)>) -> Self {
        let grams = |text| winnow::grams(&tokens::of(text).unwrap_or_default());
        Self {
            starters: starters
                .into_iter()
                .map(|(id, text)| (id, grams(text).into_iter().collect()))
                .collect(),
            class: BTreeMap::new(),
        }
    }

    /// Adds the files of a submission, in any order of submissions. What is no Rust is not compared.
    pub(crate) fn add(&mut self, submission: &str, files: &BTreeMap<Id, String>) {
        for (id, text) in files {
            let Some(tokens) = tokens::of(text) else {
                continue;
            };
            let mut prints = winnow::prints(&winnow::grams(&tokens));
            if let Some(starter) = self.starters.get(id) {
                prints.retain(|print| !starter.contains(print));
            }
            if !prints.is_empty() {
                self.class.entry(id.clone()).or_default().push(Prints {
                    submission: submission.to_owned(),
                    prints,
                });
            }
        }
    }

    /// Compares everybody with everybody.
    pub(crate) fn report(self) -> Report {
        let (pairs, more) = compare::pairs(self.class);
        Report {
            note: NOTE.to_owned(),
            pairs,
            more,
        }
    }
}

impl Report {
    /// As the page of the class shows them.
    fn alike(&self) -> Vec<Alike> {
        let of_pair = |pair: &Pair| {
            let files = pair.exercises.iter().map(|(exercise, score)| Alike {
                exercise: exercise.clone(),
                first: pair.a.clone(),
                second: pair.b.clone(),
                percent: (100.0 * score).round() as u8,
            });
            files.collect::<Vec<_>>()
        };
        let mut alike: Vec<Alike> = self.pairs.iter().flat_map(of_pair).collect();
        alike.sort_by_key(|pair| std::cmp::Reverse(pair.percent));
        alike
    }

    /// Writes `similar.json` into that folder.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        disk::replace(&folder.join(FILE), &text)
    }
}

#[cfg(test)]
mod tests;
