//! Which submissions are alike beyond what they were given: a hint for a person who then reads both, never a verdict.
//!
//! Programs are compared by the fingerprints of their tokens (Schleimer, Wilkerson, Aiken: Winnowing: local algorithms
//! for document fingerprinting, SIGMOD 2003). Names, numbers, texts, comments and layout do not count, so renaming hides
//! nothing. What the starter has does not count, nor what many of the class have: short exercises have few right forms.
//! Two who thought alike are still alike; and who rewrote a copy from the ground up is not found.

mod compare;
mod gather;
mod ranking;
mod runs;
mod tokens;
mod winnow;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::course::{Exercise, Id};
use crate::disk;
use crate::pristine::Pristine;
use crate::report::grade::notes::Alike;

pub(crate) use gather::Gathered;

/// In the folder of reports.
pub(crate) const FILE: &str = "similar.json";

const NOTE: &str = "A hint for a person, and no verdict: these programs share token sequences that neither the starter \
    nor many of the class have. Read both before you think ill of anybody.";

/// The starters, whose own sequences do not count; by exercise.
#[derive(Debug)]
pub(crate) struct Starters(BTreeMap<Id, HashSet<u32>>);

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

impl Starters {
    /// Of these exercises; others are not compared.
    pub(crate) fn of(exercises: &[&Exercise], pristine: &Pristine) -> Self {
        Self::new(exercises.iter().map(|exercise| {
            let starter = pristine.starter(&exercise.id).unwrap_or_default();
            (exercise.id.clone(), starter)
        }))
    }

    fn new<'a>(starters: impl IntoIterator<Item = (Id, &'a str)>) -> Self {
        let grams = |text| winnow::grams(&tokens::of(text).unwrap_or_default());
        let of_starter = |(id, text)| (id, grams(text).into_iter().collect());
        Self(starters.into_iter().map(of_starter).collect())
    }

    /// The fingerprints of a program's own sequences, sorted, each once. What has none, or is no Rust, is not
    /// compared.
    pub(crate) fn prints(&self, exercise: &Id, text: &str) -> Option<Vec<u32>> {
        let starter = self.0.get(exercise)?;
        let mut prints = winnow::prints(&winnow::grams(&tokens::of(text)?));
        prints.retain(|print| !starter.contains(print));
        (!prints.is_empty()).then_some(prints)
    }
}

impl Report {
    fn of(pairs: Vec<Pair>, more: usize) -> Self {
        Self {
            note: NOTE.to_owned(),
            pairs,
            more,
        }
    }

    /// The pairs exercise by exercise, as the page of the class shows them.
    pub(crate) fn alike(&self) -> Vec<Alike> {
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
