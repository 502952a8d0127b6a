//! From what was typed to an exercise.

use std::path::Path;

use crate::course::{Course, Exercise, Lesson};
use crate::exit::Misuse;

/// What a name on the command line stands for.
#[derive(Debug)]
pub(crate) enum Named<'a> {
    /// One exercise.
    Exercise(&'a Exercise),
    /// A whole lesson, of which the caller takes the first unsolved one.
    Lesson(&'a Lesson),
}

/// Finds `text`: an id (`locks/counter`), an exercise whose name no other lesson has (`counter`), a lesson (`locks`),
/// or the path of an exercise's file, as the shell completes it.
///
/// # Errors
/// A [`Misuse`] that names the nearest id.
pub(crate) fn named<'a>(course: &'a Course, text: &str) -> Result<Named<'a>, Misuse> {
    let wanted = without_path(text);
    if let Some(lesson) = course.lesson(&wanted) {
        return Ok(Named::Lesson(lesson));
    }
    let all = || course.exercises();
    if let Some(found) = all().find(|exercise| exercise.id.to_string() == wanted) {
        return Ok(Named::Exercise(found));
    }
    let same_name: Vec<_> = all()
        .filter(|exercise| exercise.id.name == wanted)
        .collect();
    match same_name.as_slice() {
        [only] => Ok(Named::Exercise(only)),
        [] => Err(unknown(course, text, &wanted)),
        several => Err(ambiguous(text, several)),
    }
}

/// One exercise, and nothing else.
///
/// # Errors
/// A [`Misuse`], also when `text` names a lesson.
pub(crate) fn exercise<'a>(course: &'a Course, text: &str) -> Result<&'a Exercise, Misuse> {
    match named(course, text)? {
        Named::Exercise(exercise) => Ok(exercise),
        Named::Lesson(lesson) => {
            let example = lesson
                .exercises
                .first()
                .map(|first| format!(", such as {}", first.id));
            Err(Misuse(format!(
                "`{text}` is a lesson; name one exercise{}",
                example.unwrap_or_default()
            )))
        }
    }
}

/// `exercises/locks/src/counter.rs` and `./exercises/locks` are `locks/counter` and `locks`.
fn without_path(text: &str) -> String {
    let mut parts: Vec<_> = Path::new(text)
        .iter()
        .filter_map(|part| part.to_str())
        .collect();
    if let Some(start) = parts.iter().position(|part| *part == "exercises") {
        parts.drain(..=start);
        parts.retain(|part| !["src", "tests", "lesson"].contains(part));
    }
    let id = parts.join("/");
    id.strip_suffix(".rs").map(str::to_owned).unwrap_or(id)
}

fn ambiguous(text: &str, several: &[&Exercise]) -> Misuse {
    let ids: Vec<_> = several.iter().map(|found| found.id.to_string()).collect();
    Misuse(format!(
        "`{text}` is in several lessons: {}",
        ids.join(", ")
    ))
}

fn unknown(course: &Course, text: &str, wanted: &str) -> Misuse {
    let ids = course.exercises().flat_map(|exercise| {
        let id = &exercise.id;
        [
            (id.to_string(), id.to_string()),
            (id.name.clone(), id.to_string()),
        ]
    });
    let lessons = course
        .lessons
        .iter()
        .map(|lesson| (lesson.name.clone(), lesson.name.clone()));
    let nearest = ids
        .chain(lessons)
        .map(|(compared, shown)| (strsim::jaro_winkler(&compared, wanted), shown))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(nearness, _)| *nearness > 0.75);
    let guess = nearest.map_or_else(String::new, |(_, id)| format!("; did you mean `{id}`?"));
    Misuse(format!(
        "no exercise or lesson is named `{text}`{guess}\n`cargo xtask list` shows all"
    ))
}

#[cfg(test)]
mod tests;
