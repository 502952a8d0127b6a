//! What the learner should know before the verdict: whether the course around the exercise is still itself.

use crate::course::{Course, Exercise};
use crate::paths;
use crate::pristine::{Change, Pristine};

/// Whether somebody has worked on this exercise.
pub(super) fn is_begun(course: &Course, pristine: &Pristine, exercise: &Exercise) -> bool {
    let file = paths::shown(&course.root, &exercise.file(course)).to_string();
    pristine.change(&course.root, &file).is_some()
}

/// Tests and snapshots that are gone or not the ones that were handed out, a sentence each.
pub(super) fn altered(course: &Course, pristine: &Pristine, exercise: &Exercise) -> Vec<String> {
    let own = paths::shown(&course.root, &exercise.file(course)).to_string();
    let mut watched = pristine.of_exercise(exercise);
    watched.extend(pristine.shared(course, &exercise.id.lesson));
    let changed = watched
        .into_iter()
        .filter(|path| *path != own)
        .filter_map(|path| Some((path, pristine.change(&course.root, path)?)));
    let sentence = |(path, change)| match change {
        Change::Missing => format!("{path} is missing."),
        Change::Altered => format!("{path} is not as it was handed out."),
    };
    let mut notes: Vec<String> = changed.map(sentence).collect();
    if let Some(last) = notes.last_mut() {
        last.push_str(&format!(
            " `cargo xtask reset {}` puts it back and keeps a copy of yours.",
            exercise.id
        ));
    }
    notes
}
