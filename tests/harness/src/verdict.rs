//! The words in which a decision is given.

/// What was decided about a submission. The JSON name of each is its name in lower case with underscores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every claim holds.
    Solved,
    /// The starter's own `todo!` was reached.
    NotStarted,
    /// A value or a report is wrong whatever the interleaving.
    WrongResult,
    /// The result depends on the interleaving, and at least one interleaving gives a wrong one.
    Race,
    /// An interleaving exists in which nobody can go on.
    Deadlock,
    /// An interleaving exists that never ends although somebody can always go on.
    Livelock,
    /// What must happen at the same time happens one after the other.
    Serial,
    /// A thread, a process or a resource outlives the call that made it.
    Leak,
    /// It did not end before the deadline.
    TimedOut,
    /// The process died.
    Crashed,
}

impl Verdict {
    /// The name in JSON and on the first line of a wrong submission.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Solved => "solved",
            Verdict::NotStarted => "not_started",
            Verdict::WrongResult => "wrong_result",
            Verdict::Race => "race",
            Verdict::Deadlock => "deadlock",
            Verdict::Livelock => "livelock",
            Verdict::Serial => "serial",
            Verdict::Leak => "leak",
            Verdict::TimedOut => "timed_out",
            Verdict::Crashed => "crashed",
        }
    }
}
