//! What is said of a class beside its grades.

use crate::grade::similarity;

/// All of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notes {
    /// Pairs of files, the most alike first; none when nobody has compared them.
    pub(crate) alike: Option<Vec<Alike>>,
    /// The ids of submissions that could not be graded, and why.
    pub(crate) ungraded: Vec<(String, String)>,
}

/// Two submissions whose files are alike beyond the starter: a hint for a person, never a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alike {
    /// `locks/counter`; with commas between where there are several.
    pub(crate) exercise: String,
    /// The id of one submission.
    pub(crate) first: String,
    /// The id of the other, later in the alphabet.
    pub(crate) second: String,
    /// How much of the smaller one's own fingerprints the other has too, in percent.
    pub(crate) percent: u8,
}

impl From<&similarity::Pair> for Alike {
    fn from(pair: &similarity::Pair) -> Self {
        let exercises: Vec<&str> = pair.exercises.keys().map(String::as_str).collect();
        Self {
            exercise: exercises.join(", "),
            first: pair.a.clone(),
            second: pair.b.clone(),
            percent: (pair.score * 100.0).round() as u8,
        }
    }
}
