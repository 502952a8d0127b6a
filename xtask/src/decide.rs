//! From a file to a verdict.

mod judge;
mod many;
mod unbuilt;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::build::diagnostics::Report;
use crate::course::{Course, Exercise};
use crate::finding::Finding;
use crate::run::screen::Screen;
use crate::verdict::Verdict;

pub(crate) use judge::Judge;
pub(crate) use many::Case;
#[cfg(feature = "grader")]
pub(crate) use unbuilt::does_not_compile;

/// Whose program is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// The learner's own file.
    Learner,
    /// The reference solution.
    Solution,
    /// Another file in place of the learner's, which is not touched.
    File(PathBuf),
}

/// What goes on, for whoever waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Cargo builds what the lesson's tests need; only the first time, or after an update.
    Dependencies {
        /// Crates that are ready.
        ready: usize,
        /// The one that became ready last.
        last: Option<String>,
    },
    /// rustc compiles the exercise and its tests.
    Compiling,
    /// So many tests go through all interleavings.
    Exploring(usize),
    /// So many tests run with real threads.
    Running(usize),
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Decision {
    /// The one word.
    pub(crate) verdict: Verdict,
    /// Every test that did not hold, in the order of the learner's path.
    pub(crate) findings: Vec<Finding>,
    /// How long it took, without the dependencies.
    pub(crate) seconds: f64,
    /// Known from before: nothing was built or run.
    #[serde(skip)]
    pub(crate) cached: bool,
    /// rustc's own messages, coloured (strip them for a pipe).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) diagnostics: Option<String>,
    /// What the program printed, when it did not solve the exercise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<String>,
    /// What its schedules and diagnostics were drawn for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) screen: Option<Screen>,
}

impl Source {
    /// Where the program stands.
    pub(crate) fn file(&self, course: &Course, exercise: &Exercise) -> PathBuf {
        match self {
            Self::Learner => exercise.file(course),
            Self::Solution => exercise.solution(course),
            Self::File(path) => path.clone(),
        }
    }
}

impl Decision {
    fn of(findings: Vec<Finding>) -> Self {
        let verdict = findings
            .first()
            .map_or(Verdict::Solved, |finding| finding.verdict);
        Self {
            verdict,
            findings,
            seconds: 0.0,
            cached: false,
            diagnostics: None,
            output: None,
            screen: None,
        }
    }

    /// With rustc's warnings.
    fn warned(self, report: &Report) -> Self {
        let diagnostics = Some(report.rendered.clone()).filter(|text| !text.is_empty());
        Self {
            diagnostics,
            ..self
        }
    }
}
