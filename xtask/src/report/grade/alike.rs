//! Files of two submissions that are alike: a hint for a person, never a verdict.

/// Two files for one exercise that are alike beyond the starter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alike {
    /// `locks/counter`
    pub(crate) exercise: String,
    /// The id of one submission.
    pub(crate) first: String,
    /// The id of the other, later in the alphabet.
    pub(crate) second: String,
    /// How much of the smaller file's own fingerprints the other has too, in percent.
    pub(crate) percent: u8,
}
