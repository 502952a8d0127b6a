//! What is known of a submission when it has been graded: a line of `grades.jsonl`.
//!
//! Nothing in it depends on the machine, the time or the order of work, so two runs over the same folder write the same
//! bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::verdict::{Claim, Verdict};

/// One submission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Grade {
    /// Of its folder or archive, or of its `submission.toml`.
    pub(crate) id: String,
    /// The id that its `submission.toml` claims and does not get: another submission has or claims it, or the name of the
    /// download says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) claimed: Option<String>,
    /// Who handed it in, where the name of the download or `submission.toml` says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) student: Option<Student>,
    /// What `submission.toml` says otherwise than the name of the download, which counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) overruled: Option<Student>,
    /// The sum over all exercises, after penalties.
    pub(crate) points: f64,
    /// The most that could be had.
    pub(crate) max_points: f64,
    /// What was taken off for coming late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) penalty: Option<Penalty>,
    /// `locks/counter` → what came of it; every exercise that was graded, in the order of the course's ids.
    pub(crate) exercises: BTreeMap<String, Graded>,
    /// What else lay in the submission, and why it was not taken; sorted by path.
    pub(crate) ignored: Vec<Ignored>,
    /// Decided without a sandbox: the first thing that every report says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unsandboxed: bool,
}

/// One exercise of a submission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Graded {
    /// The one word.
    pub(crate) verdict: Mark,
    /// What it is worth.
    pub(crate) points: f64,
    /// What it could be worth.
    pub(crate) max_points: f64,
    /// Which claims hold and which do not, as on its sheet; empty when nothing could be run.
    pub(crate) claims: BTreeMap<Claim, bool>,
    /// Every test that did not hold.
    pub(crate) findings: Vec<Finding>,
    /// What rustc said, without colours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) diagnostics: Option<String>,
    /// SHA-256 of the file, in hex; none where there was no file, and the starter stands for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sha256: Option<String>,
}

/// A verdict, or one that only the grader gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Mark {
    /// What a learner would get.
    Decided(Verdict),
    /// About the file, or about what it did to the grader.
    Other(OtherMark),
}

/// Verdicts that only the grader gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OtherMark {
    /// The file was not taken: no regular file, too large, no UTF-8, or it reaches for what is refused.
    Rejected,
    /// It wrote records itself, or kept the canary from failing.
    Tampered,
}

/// Who handed it in; whatever the tools of the school need to find them again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Student {
    /// For people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// Moodle's `Email address`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email: Option<String>,
    /// Canvas's `ID`, Moodle's `ID number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// Canvas's `SIS Login ID`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) login: Option<String>,
    /// Canvas's `Section`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) section: Option<String>,
}

impl Student {
    /// Every field, with the word that people know it by.
    pub(crate) fn fields(&mut self) -> [(&'static str, &mut Option<String>); 5] {
        [
            ("name", &mut self.name),
            ("address", &mut self.email),
            ("number", &mut self.number),
            ("login", &mut self.login),
            ("section", &mut self.section),
        ]
    }
}

/// Points taken off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Penalty {
    /// How many.
    pub(crate) points: f64,
    /// In words: "2 days late, 10 % a day".
    pub(crate) why: String,
}

/// Something in a submission that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Ignored {
    /// Within the submission, with `/` between the parts.
    pub(crate) path: String,
    /// "not an exercise", "a symbolic link", "larger than 256 KiB" …
    pub(crate) why: String,
}
