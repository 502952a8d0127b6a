//! What can be said of a program, and what a test can claim. The names in JSON are those of the course's documentation.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The one word that an exercise gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    /// Every test ended and held.
    Solved,
    /// The starter's own `todo!` was reached.
    NotStarted,
    /// rustc refused it, or it reaches for something that would escape the model.
    DoesNotCompile,
    /// A test saw another value than it asked for.
    WrongResult,
    /// Some interleaving gives another result than the others.
    Race,
    /// Some interleaving leaves threads that wait for each other for ever.
    Deadlock,
    /// Some interleaving runs on without ever getting anywhere.
    Livelock,
    /// What must be inside at the same moment goes one after the other.
    Serial,
    /// A thread, a child, a descriptor or a file is left behind.
    Leak,
    /// It had not ended at the deadline and was killed.
    TimedOut,
    /// The process that ran the tests died.
    Crashed,
}

impl Verdict {
    /// All verdicts.
    pub(crate) const ALL: [Self; 11] = [
        Self::Solved,
        Self::NotStarted,
        Self::DoesNotCompile,
        Self::WrongResult,
        Self::Race,
        Self::Deadlock,
        Self::Livelock,
        Self::Serial,
        Self::Leak,
        Self::TimedOut,
        Self::Crashed,
    ];

    /// The name in JSON, in `lesson.toml` and on line 1 of a wrong submission.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::NotStarted => "not_started",
            Self::DoesNotCompile => "does_not_compile",
            Self::WrongResult => "wrong_result",
            Self::Race => "race",
            Self::Deadlock => "deadlock",
            Self::Livelock => "livelock",
            Self::Serial => "serial",
            Self::Leak => "leak",
            Self::TimedOut => "timed_out",
            Self::Crashed => "crashed",
        }
    }

    /// The verdict of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How a test decides, from the weakest claim to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Claim {
    /// A result equals another one.
    Value,
    /// A text equals a recorded one.
    Snapshot,
    /// The set of results over all interleavings is the recorded one.
    EveryInterleaving,
    /// So many are inside at the same moment, or never more than so many.
    Together,
    /// Nothing that was started or opened is left.
    NothingLeft,
    /// Counted operations stay within a bound.
    Cost,
}

impl Claim {
    /// All claims.
    pub(crate) const ALL: [Self; 6] = [
        Self::Value,
        Self::Snapshot,
        Self::EveryInterleaving,
        Self::Together,
        Self::NothingLeft,
        Self::Cost,
    ];

    /// The name in JSON, in `lesson.toml` and in `#[claim(…)]`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Snapshot => "snapshot",
            Self::EveryInterleaving => "every_interleaving",
            Self::Together => "together",
            Self::NothingLeft => "nothing_left",
            Self::Cost => "cost",
        }
    }

    /// The claim of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|claim| claim.name() == name)
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{Claim, Verdict};

    #[test]
    fn names_are_those_of_the_json() {
        for verdict in Verdict::ALL {
            assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.name());
            assert_eq!(Verdict::named(verdict.name()), Some(verdict));
        }
        for claim in Claim::ALL {
            assert_eq!(serde_json::to_value(claim).unwrap(), claim.name());
            assert_eq!(Claim::named(claim.name()), Some(claim));
        }
    }
}
