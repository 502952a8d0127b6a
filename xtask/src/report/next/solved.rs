//! The exercise is solved: what it was about, and where it goes on.

use super::{View, actions, head, headline};
use crate::course::Course;
use crate::report::bar::bar;
use crate::report::page::Page;
use crate::report::style::{ACTION, FAINT, GOOD, STRONG, paint};
use crate::verdict::Verdict;

/// The screen for a solved exercise.
pub(crate) fn solved(mut page: Page, view: &View<'_>) -> String {
    head(&mut page, view);
    page.paragraph(&paint(ACTION, view.place)).blank();
    headline(&mut page, GOOD, ("✓", "+"), Verdict::Solved);
    page.paragraph(&paint(STRONG, "The idea"));
    page.indented(&view.exercise.idea);
    let mut steps = vec![("compare", paint(ACTION, view.solution))];
    if let Some(following) = view.current {
        let id = &following.id;
        let minutes = paint(
            FAINT,
            format_args!("({id}, about {} min)", following.minutes),
        );
        let command = paint(ACTION, "cargo xtask next");
        steps.push(("go on", format!("{command}  {minutes}")));
    }
    actions(&mut page, "What to do next", &steps);
    if view.current.is_none() {
        page.blank().paragraph("That was the last one.");
    }
    page.finish()
}

/// The screen when there is nothing left to solve.
pub(crate) fn finished(mut page: Page, course: &Course, total: usize) -> String {
    let line = bar(total, total, page.width(), page.unicode());
    page.verbatim(&line).blank();
    page.paragraph(&paint(GOOD, "Every exercise is solved."))
        .blank();
    page.paragraph("What you can do now:");
    for lesson in &course.lessons {
        page.hanging("  ", "    ", &lesson.promise);
    }
    let steps = [
        ("compare", paint(ACTION, "cargo xtask solution ID")),
        ("see all", paint(ACTION, "cargo xtask list")),
        ("try again", paint(ACTION, "cargo xtask reset ID")),
    ];
    actions(&mut page, "What to do next", &steps);
    page.finish()
}
