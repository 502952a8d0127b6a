//! Where the learner stands: what is known of each exercise's file as it is now, without building anything.

use crate::course::{Course, Exercise};
use crate::decide::{Decision, Judge, Source};
use crate::progress::Progress;
use crate::verdict::Verdict;

/// One exercise and the decision on its file as it is; none when the file, its tests or the tools have changed since.
#[derive(Debug)]
pub(crate) struct Standing<'a> {
    /// The exercise.
    pub(crate) exercise: &'a Exercise,
    /// What is known.
    pub(crate) decision: Option<Decision>,
}

impl Standing<'_> {
    /// Whether nothing is left to do here.
    pub(crate) fn is_solved(&self) -> bool {
        self.decision
            .as_ref()
            .is_some_and(|decision| decision.verdict == Verdict::Solved)
    }
}

/// All exercises in the order of the learner's path.
pub(crate) fn survey<'a>(
    course: &'a Course,
    judge: &Judge<'_>,
    progress: &Progress,
) -> Vec<Standing<'a>> {
    let stands = |exercise| Standing {
        exercise,
        decision: recall(judge, progress, exercise),
    };
    course.exercises().map(stands).collect()
}

/// Reads no file of an exercise that was never decided.
fn recall(judge: &Judge<'_>, progress: &Progress, exercise: &Exercise) -> Option<Decision> {
    let id = exercise.id.to_string();
    progress.entry(&id)?.decided.as_ref()?;
    progress.recall(&id, &judge.key(exercise, &Source::Learner))
}

/// The first unsolved exercise.
pub(crate) fn current<'a>(standings: &[Standing<'a>]) -> Option<&'a Exercise> {
    standings
        .iter()
        .find(|standing| !standing.is_solved())
        .map(|standing| standing.exercise)
}
