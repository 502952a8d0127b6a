//! What an exercise got, in words.

use crate::grade::record::{Mark, OtherMark};
use crate::report::words;
use crate::verdict::Verdict;

/// How it is meant: good, not begun, not right, or about the submission itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Solved.
    Good,
    /// Not begun.
    Open,
    /// Anything that is not right.
    Bad,
    /// For a person to look at: rejected, tampered.
    Grave,
}

impl Kind {
    /// The name of the class in the pages' style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Open => "open",
            Self::Bad => "bad",
            Self::Grave => "grave",
        }
    }
}

/// All marks: solved first, what only the grader gives last.
pub(crate) fn all() -> impl Iterator<Item = Mark> {
    let others = [OtherMark::Rejected, OtherMark::Tampered];
    Verdict::ALL
        .into_iter()
        .map(Mark::Decided)
        .chain(others.map(Mark::Other))
}

/// `does not compile`
pub(crate) fn name(mark: Mark) -> String {
    match mark {
        Mark::Decided(verdict) => words::name(verdict),
        Mark::Other(OtherMark::Rejected) => "rejected".into(),
        Mark::Other(OtherMark::Tampered) => "tampered".into(),
    }
}

/// What it means, in one sentence, said of somebody's file.
pub(crate) fn meaning(mark: Mark) -> &'static str {
    match mark {
        Mark::Decided(Verdict::NotStarted) => "The starter's own task is still open.",
        Mark::Decided(verdict) => words::meaning(verdict),
        Mark::Other(OtherMark::Rejected) => "The file was not taken.",
        Mark::Other(OtherMark::Tampered) => "The program tried to write its own verdict.",
    }
}

/// How it is meant.
pub(crate) fn kind(mark: Mark) -> Kind {
    match mark {
        Mark::Decided(Verdict::Solved) => Kind::Good,
        Mark::Decided(Verdict::NotStarted) => Kind::Open,
        Mark::Decided(_) => Kind::Bad,
        Mark::Other(_) => Kind::Grave,
    }
}
