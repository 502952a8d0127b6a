//! What is decided about one file, whoever has handed it in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::{Graded, Mark, OtherMark};
use super::words;
use crate::decide::Decision;
use crate::finding::Finding;
use crate::verdict::{Claim, Verdict};

/// A verdict and its reasons. The same file has the same sheet in every submission, so nothing of a person is in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sheet {
    /// The one word.
    pub(crate) verdict: Mark,
    /// Which claims hold and which do not. One whose tests were not asked, because what they would show is left to
    /// chance, is not there; only the values hold without being asked, when all interleaving tests that failed say that
    /// some interleaving ends as it must.
    pub(crate) claims: BTreeMap<Claim, bool>,
    /// Every test that did not hold: first those of all interleavings.
    pub(crate) findings: Vec<Finding>,
    /// What rustc said, without colours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) diagnostics: Option<String>,
}

impl Sheet {
    /// Nobody has worked on it.
    pub(crate) fn not_started() -> Self {
        Self {
            verdict: Mark::Decided(Verdict::NotStarted),
            claims: BTreeMap::new(),
            findings: Vec::new(),
            diagnostics: None,
        }
    }

    /// It was not taken, for this reason.
    pub(crate) fn rejected(why: String) -> Self {
        Self {
            verdict: Mark::Other(OtherMark::Rejected),
            claims: BTreeMap::new(),
            findings: vec![Finding::new("", None, Verdict::DoesNotCompile, why)],
            diagnostics: None,
        }
    }

    /// rustc refused it.
    pub(crate) fn unbuilt(decision: Decision, steady: &words::Steady) -> Self {
        let diagnostics = decision.diagnostics.map(|text| {
            let plain = anstream::adapter::strip_str(&text).to_string();
            steady.text(&plain)
        });
        Self {
            verdict: Mark::Decided(decision.verdict),
            claims: BTreeMap::new(),
            findings: decision
                .findings
                .into_iter()
                .map(|finding| steady.finding(finding))
                .collect(),
            diagnostics,
        }
    }

    /// As one exercise of a submission; the points are given when all of it is known.
    pub(crate) fn graded(self, sha256: Option<String>) -> Graded {
        Graded {
            verdict: self.verdict,
            points: 0.0,
            max_points: 0.0,
            claims: self.claims,
            findings: self.findings,
            diagnostics: self.diagnostics,
            sha256,
        }
    }
}
