//! What a failed claim says.

use crate::Verdict;
use std::fmt;
use std::panic::resume_unwind;

/// Why a claim does not hold, in the learner's words.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The decision that this finding alone would give.
    pub verdict: Verdict,
    /// One to three short sentences for the learner.
    pub message: String,
    /// The set of all reachable outcomes, where a model was explored: `{2, 3, 4}`.
    pub outcomes: Option<String>,
    /// The shortest schedule that goes wrong, rendered.
    pub schedule: Option<String>,
    /// The line that matters most in that schedule: `exercises/locks/src/counter.rs:15`.
    pub place: Option<String>,
    /// How much was explored, when it was not everything.
    pub coverage: Option<String>,
    /// Whether some interleaving of the same body ends as it must; nothing where none was explored to its end.
    pub sometimes: Option<bool>,
}

impl Finding {
    /// A finding that has a verdict and a message and nothing else yet.
    pub fn new(verdict: Verdict, message: impl Into<String>) -> Finding {
        Finding {
            verdict,
            message: message.into(),
            outcomes: None,
            schedule: None,
            place: None,
            coverage: None,
            sometimes: None,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.verdict.name(), self.message)?;
        if let Some(outcomes) = &self.outcomes {
            write!(f, "\nall results that can happen: {outcomes}")?;
        }
        if let Some(coverage) = &self.coverage {
            write!(f, "\n{coverage}")?;
        }
        if let Some(schedule) = &self.schedule {
            write!(
                f,
                "\n\nthe shortest schedule that goes wrong:\n\n{schedule}"
            )?;
        }
        Ok(())
    }
}

/// How a finding travels from where it is made to the frame of the test.
pub(crate) struct Failure(pub(crate) Finding);

/// Ends the test with this finding. Unlike a panic it prints nothing of its own: the frame prints the finding once.
pub fn fail(finding: Finding) -> ! {
    resume_unwind(Box::new(Failure(finding)))
}

/// Fails with a verdict and a message unless the condition holds.
///
/// `expect!(done == jobs, WrongResult, "{done} of {jobs} jobs were done")`
#[macro_export]
macro_rules! expect {
    ($condition:expr, $verdict:ident, $($message:tt)+) => {
        if !$condition {
            $crate::fail($crate::Finding::new($crate::Verdict::$verdict, ::std::format!($($message)+)));
        }
    };
}
