//! What an exercise is worth, and what is taken off for coming late: `points.toml`.
//!
//! All sums are done in whole hundredths of a point. Each share and each penalty is rounded to the nearest hundredth,
//! halves up, before it is added; so the sum of what a report shows is the sum that it shows.

mod file;
mod hundredths;
mod late;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;

use crate::course::{Course, Exercise};
use crate::grade::record::{Graded, Mark, Penalty};
use crate::report::grade::class::lesson;
use crate::verdict::{Claim, Verdict};
use file::PointsToml;
use hundredths::Hundredths;

/// The rules of one course, checked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Points {
    file: PointsToml,
}

/// What a whole submission is worth.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Total {
    /// After penalties.
    pub(crate) points: f64,
    /// The most that could be had.
    pub(crate) max_points: f64,
    /// What was taken off for coming late; also when that is nothing.
    pub(crate) penalty: Option<Penalty>,
}

impl Points {
    /// The rules of that file; without one, an exercise is worth its difficulty and nothing is ever late.
    ///
    /// # Errors
    /// When the file cannot be read, or names a key, lesson, exercise or claim that does not exist; the error names
    /// the file and the key.
    pub(crate) fn load(path: Option<&Path>, course: &Course) -> anyhow::Result<Self> {
        let file = path.map(|path| file::read(path, course)).transpose()?;
        Ok(Self {
            file: file.unwrap_or_default(),
        })
    }

    /// The points of one exercise, and the most that could be had.
    ///
    /// Solved is all of it. What was not begun, not built, refused or tampered with is nothing. Anything else gets the
    /// shares of the claims that hold; but "nothing is left" and "by counted cost" hold for an empty program too, so
    /// they earn nothing by themselves.
    pub(crate) fn score(
        &self,
        exercise: &Exercise,
        mark: Mark,
        claims: &BTreeMap<Claim, bool>,
    ) -> (f64, f64) {
        let worth = self.file.worth(exercise);
        let points = match mark {
            Mark::Decided(Verdict::Solved) => worth,
            Mark::Decided(Verdict::NotStarted | Verdict::DoesNotCompile) | Mark::Other(_) => {
                Hundredths::ZERO
            }
            Mark::Decided(_) => self.partial(exercise, worth, claims),
        };
        (points.as_points(), worth.as_points())
    }

    fn partial(
        &self,
        exercise: &Exercise,
        worth: Hundredths,
        claims: &BTreeMap<Claim, bool>,
    ) -> Hundredths {
        let holding: Vec<Claim> = exercise
            .claims
            .iter()
            .copied()
            .filter(|claim| claims.get(claim) == Some(&true))
            .collect();
        if !self.file.partial_credit || holding.iter().copied().all(holds_for_an_empty_program) {
            return Hundredths::ZERO;
        }
        let sum = |of: &[Claim]| {
            of.iter()
                .map(|claim| self.file.weight(exercise, *claim))
                .sum()
        };
        worth.share(sum(&holding), sum(&exercise.claims))
    }

    /// The sum over all exercises of a submission that was handed in then. Where nobody knows when, it was in time.
    pub(crate) fn total(
        &self,
        exercises: &BTreeMap<String, Graded>,
        submitted: Option<Timestamp>,
    ) -> Total {
        let mut by_lesson: BTreeMap<&str, Hundredths> = BTreeMap::new();
        let mut most = Hundredths::ZERO;
        for (id, graded) in exercises {
            *by_lesson.entry(lesson(id)).or_default() += Hundredths::of_points(graded.points);
            most += Hundredths::of_points(graded.max_points);
        }
        let sum: Hundredths = by_lesson.values().copied().sum();
        let penalty = submitted.and_then(|when| late::penalty(&self.file, &by_lesson, when));
        let off = penalty.as_ref().map_or(Hundredths::ZERO, |(off, _)| *off);
        Total {
            points: sum.less(off).as_points(),
            max_points: most.as_points(),
            penalty: penalty.map(|(off, why)| Penalty {
                points: off.as_points(),
                why,
            }),
        }
    }
}

/// Whether a program that does nothing keeps that claim.
fn holds_for_an_empty_program(claim: Claim) -> bool {
    matches!(claim, Claim::NothingLeft | Claim::Cost)
}

#[cfg(test)]
mod tests;
