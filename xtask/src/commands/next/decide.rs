//! A decision, from memory where nothing has changed.

use std::fs;

use super::waiting::Waiting;
use crate::course::{Course, Exercise};
use crate::decide::{Decision, Judge, Source};
use crate::paths;
use crate::progress::Progress;
use crate::terminal::Terminal;

/// A decision on the learner's file.
pub(super) struct Decided {
    /// What was decided.
    pub(super) decision: Decision,
    /// What to say when the file was edited meanwhile: nobody can tell which text was decided.
    pub(super) edited: Option<String>,
}

/// Builds and runs only what is not known. What is edited while it is decided is not kept as known.
///
/// # Errors
/// The tool or its environment failed.
pub(super) fn decide_or_recall(
    judge: &Judge<'_>,
    course: &Course,
    progress: &mut Progress,
    exercise: &Exercise,
    terminal: &Terminal,
) -> anyhow::Result<Decided> {
    let id = exercise.id.to_string();
    let key = judge.key(exercise, &Source::Learner);
    let known = progress.recall(&id, &key);
    if let Some(decision) = known.filter(|known| judge.suits(known)) {
        return Ok(Decided {
            decision,
            edited: None,
        });
    }
    let file = exercise.file(course);
    let before = fs::read(&file).ok();
    let waiting = Waiting::new(&exercise.id, terminal);
    let on_stage = |stage| waiting.stage(&stage);
    let decision = judge.decide(exercise, &Source::Learner, &on_stage)?;
    drop(waiting);
    if judge.key(exercise, &Source::Learner) == key {
        progress.record(&id, key, decision.clone());
    }
    let is_edited = fs::read(&file).ok() != before;
    let edited = is_edited.then(|| {
        let file = paths::shown(&course.root, &file);
        format!("{file} was edited while it was decided. Run it again for the new text.")
    });
    Ok(Decided { decision, edited })
}

/// What to say when the tool failed: what was altered is then the first suspect.
pub(super) fn undecided(exercise: &Exercise, altered: &[String]) -> String {
    let mut lines = vec![format!("{} cannot be decided", exercise.id)];
    lines.extend_from_slice(altered);
    lines.join("\n  ")
}
