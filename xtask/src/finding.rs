//! What a test that did not hold has to say.

use serde::{Deserialize, Serialize};

use crate::verdict::{Claim, Verdict};

/// One test that did not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// `counter::no_interleaving_loses_an_update`; empty when it is about the file and not about a test.
    pub(crate) test: String,
    /// What the test claims; none when it is about the file.
    pub(crate) claim: Option<Claim>,
    /// The word for it.
    pub(crate) verdict: Verdict,
    /// What happened, in sentences.
    pub(crate) message: String,
    /// The set of all results, as `{2, 3, 4}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) outcomes: Option<String>,
    /// The shortest schedule that shows it, drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) schedule: Option<String>,
    /// The line that matters most in it: `exercises/locks/src/counter.rs:15`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
    /// Whether some interleaving of the same test ends as it must; none where that was not explored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sometimes: Option<bool>,
}

impl Finding {
    /// With nothing to show but its message.
    pub(crate) fn new(test: &str, claim: Option<Claim>, verdict: Verdict, message: String) -> Self {
        Self {
            test: test.to_owned(),
            claim,
            verdict,
            message,
            outcomes: None,
            schedule: None,
            place: None,
            sometimes: None,
        }
    }
}
