//! The screens of `cargo xtask next`: one for an exercise that is not solved, one for a solved one, one for the end.

mod solved;
mod unsolved;

pub(crate) use solved::{finished, solved};
pub(crate) use unsolved::unsolved;

use crate::course::{Course, Exercise};
use crate::decide::Decision;
use crate::report::bar::bar;
use crate::report::page::Page;
use crate::report::style::{FAINT, STRONG, paint};
use crate::report::words;
use crate::run::plan::Test;
use crate::verdict::Verdict;
use anstyle::Style;

/// What the screens show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    /// The exercise that was decided.
    pub(crate) exercise: &'a Exercise,
    /// The course that it belongs to.
    pub(crate) course: &'a Course,
    /// Solved exercises of the whole course, this one included.
    pub(crate) solved: usize,
    /// Exercises of the whole course.
    pub(crate) total: usize,
    /// The learner's file and line, from the root of the course.
    pub(crate) place: &'a str,
    /// What was decided.
    pub(crate) decision: &'a Decision,
    /// All its tests, in the order of the learner's path.
    pub(crate) tests: &'a [Test],
    /// Things to know first: a test that was changed, other exercises that turned out solved.
    pub(crate) notes: &'a [String],
    /// The hint that comes next, from 1 to 3; none when all were shown.
    pub(crate) hint: Option<u8>,
    /// Whether any hint was shown already.
    pub(crate) hints_shown: bool,
    /// Where the solution lies, from the root of the course.
    pub(crate) solution: &'a str,
    /// The first exercise that is not solved: this one or another.
    pub(crate) current: Option<&'a Exercise>,
}

impl View<'_> {
    /// `cargo xtask next`, with the exercise's id where the bare command would take another one.
    fn command(&self, name: &str) -> String {
        let id = &self.exercise.id;
        match self.current {
            Some(current) if current.id == *id => format!("cargo xtask {name}"),
            _ => format!("cargo xtask {name} {id}"),
        }
    }
}

/// The verdict with its sign, and what it means.
fn headline(page: &mut Page, style: Style, signs: (&str, &str), verdict: Verdict) {
    let sign = page.sign(signs.0, signs.1);
    let name = paint(style, format_args!("{sign} {}", words::name(verdict)));
    page.paragraph(&format!("{name}. {}", words::meaning(verdict)));
    page.blank();
}

/// Progress, notes, and the exercise.
fn head(page: &mut Page, view: &View<'_>) {
    let line = bar(view.solved, view.total, page.width(), page.unicode());
    page.verbatim(&line).blank();
    for note in view.notes {
        page.hanging("! ", "  ", note);
    }
    page.blank();
    let id = paint(STRONG, &view.exercise.id);
    page.paragraph(&format!("{id}  {}", paint(FAINT, about(view))));
}

/// `Locks 2 of 13, about 25 min`
fn about(view: &View<'_>) -> String {
    let minutes = format!("about {} min", view.exercise.minutes);
    let Some(lesson) = view.course.lesson(&view.exercise.id.lesson) else {
        return minutes;
    };
    let mut exercises = lesson.exercises.iter();
    let before = exercises.position(|exercise| exercise.id == view.exercise.id);
    let number = before.map_or(0, |before| before + 1);
    let all = lesson.exercises.len();
    format!("{} {number} of {all}, {minutes}", lesson.title)
}

/// What one can do now: a word, and the command for it.
fn actions(page: &mut Page, title: &str, actions: &[(&str, String)]) {
    page.blank().paragraph(&paint(STRONG, title));
    let widest = actions.iter().map(|(word, _)| word.len()).max();
    for (word, command) in actions {
        page.row(word, widest.unwrap_or_default(), command);
    }
}

#[cfg(test)]
mod tests;
