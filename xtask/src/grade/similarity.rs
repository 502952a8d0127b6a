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
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::course::Id;
use crate::disk;

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
