//! Programs that do not come as far as to run.

use std::path::Path;

use super::{Decision, Source};
use crate::build::Refuser;
use crate::build::diagnostics::Report;
use crate::course::{Course, Exercise};
use crate::finding::Finding;
use crate::refuse::{self, Refusal};
use crate::verdict::Verdict;
use crate::{paths, program};

/// What can be said without a compiler.
pub(super) fn refused(
    course: &Course,
    exercise: &Exercise,
    source: &Source,
    file: &Path,
) -> anyhow::Result<Option<Decision>> {
    let shown = paths::shown(&course.root, file);
    let text = match program::read(file)? {
        Ok(text) => text,
        Err(why) => {
            let next = match source {
                Source::Learner => format!(
                    "; `cargo xtask reset {}` brings the starter back",
                    exercise.id
                ),
                Source::Solution | Source::File(_) => String::new(),
            };
            return Ok(Some(refusal(format!("{shown}: {why}{next}"))));
        }
    };
    Ok(refuse::find(&text).map(|found| {
        let Refusal {
            line,
            what,
            instead,
        } = found;
        refusal(format!(
            "{shown}:{line}: {what} is not for exercises; {instead}"
        ))
    }))
}

/// What rustc said, in the place of a run.
pub(crate) fn does_not_compile(report: Report, refuser: Refuser) -> Decision {
    let first = report.first.unwrap_or_default();
    let note = match refuser {
        Refuser::Exercise => "",
        Refuser::Model => {
            "\nThis is right Rust, but it uses a part of std that cannot be explored. Write it with another part."
        }
        Refuser::Tests => {
            "\nThe tests do not fit the file any more. Names and signatures of what is `pub` must stay as in the starter."
        }
    };
    let diagnostics = match refuser {
        // The same name is missing wherever the tests use it: once is enough.
        Refuser::Tests => report.first_rendered.unwrap_or(report.rendered),
        Refuser::Exercise | Refuser::Model => report.rendered,
    };
    Decision {
        diagnostics: Some(diagnostics),
        ..refusal(format!("{first}{note}"))
    }
}

/// The verdict on a file that is about no test.
fn refusal(message: String) -> Decision {
    let finding = Finding::new("", None, Verdict::DoesNotCompile, message);
    Decision::of(vec![finding])
}
