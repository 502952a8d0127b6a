//! Which exercises are to be decided, in order.

use crate::course::{Course, Exercise};
use crate::progress::standing::Standing;
use crate::select::{self, Named};

/// The named one, or the unsolved ones of the named lesson or of the course. A lesson with nothing left to solve leads on
/// to the others, with a note.
///
/// # Errors
/// Nothing has that name.
pub(super) fn exercises<'a>(
    course: &'a Course,
    standings: &[Standing<'a>],
    id: Option<&str>,
    notes: &mut Vec<String>,
) -> anyhow::Result<Vec<&'a Exercise>> {
    let unsolved = |lesson: Option<&str>| -> Vec<&'a Exercise> {
        standings
            .iter()
            .filter(|standing| !standing.is_solved())
            .map(|standing| standing.exercise)
            .filter(|exercise| lesson.is_none_or(|lesson| exercise.id.lesson == lesson))
            .collect()
    };
    let Some(id) = id else {
        return Ok(unsolved(None));
    };
    match select::named(course, id)? {
        Named::Exercise(exercise) => Ok(vec![exercise]),
        Named::Lesson(lesson) => {
            let found = unsolved(Some(&lesson.name));
            if !found.is_empty() {
                return Ok(found);
            }
            notes.push(match lesson.exercises.is_empty() {
                true => format!("`{}` has no exercises yet.", lesson.name),
                false => format!("Every exercise of `{}` is solved.", lesson.name),
            });
            Ok(unsolved(None))
        }
    }
}
