//! From a file to a verdict.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::course::{Course, Exercise};
use crate::finding::Finding;
use crate::verdict::Verdict;

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
}

/// Decides one exercise: builds it alone, explores it, and runs it when no interleaving speaks against it.
///
/// `on_stage` is called from this thread before each stage.
///
/// # Errors
/// When the tool or its surroundings fail (no cargo, no space, a damaged course); never because of the program.
pub(crate) fn decide(
    course: &Course,
    exercise: &Exercise,
    source: &Source,
    on_stage: &dyn Fn(Stage),
) -> anyhow::Result<Decision> {
    let _ = (course, exercise, source, on_stage);
    anyhow::bail!("nothing can be decided yet")
}

/// What a decision depends on, as a short text: the exercise's file, its tests and snapshots, the explorer, the harness
/// and the compiler. The same key means the same verdict, so that progress is kept under it.
///
/// # Errors
/// When one of the files cannot be read; a missing exercise file is part of the key instead.
pub(crate) fn key(course: &Course, exercise: &Exercise, source: &Source) -> anyhow::Result<String> {
    let _ = (course, exercise, source);
    anyhow::bail!("nothing can be decided yet")
}
