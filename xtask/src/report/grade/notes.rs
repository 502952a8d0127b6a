//! What is said of a class beside its grades.

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
    /// `locks/counter`
    pub(crate) exercise: String,
    /// The id of one submission.
    pub(crate) first: String,
    /// The id of the other, later in the alphabet.
    pub(crate) second: String,
    /// How much of the smaller one's own fingerprints the other has too, in percent.
    pub(crate) percent: u8,
}
