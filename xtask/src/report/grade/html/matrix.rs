//! Which exercises went how.

use maud::{Markup, html};

use super::Line;
use crate::course::Course;
use crate::grade::record::Mark;
use crate::report::grade::class::{Class, lesson, sorted};
use crate::report::grade::mark;

/// A row an exercise, a column a verdict that occurs.
pub(super) fn table(class: &Class, course: &Course) -> Markup {
    let occurs = |mark: &Mark| {
        class
            .matrix
            .values()
            .any(|counts| counts.contains_key(mark))
    };
    let marks: Vec<Mark> = mark::all().filter(occurs).collect();
    let exercises = sorted(course, class.matrix.keys());
    html! {
        div.wide tabindex="0" role="region" aria-label="Exercises and verdicts" {
            table {
                caption { "How many submissions got which verdict." }
                thead { tr {
                    th scope="col" { "Exercise" }
                    @for mark in &marks { th.number scope="col" { (mark::name(*mark)) } }
                } }
                @for group in exercises.chunk_by(|a, b| lesson(a) == lesson(b)) {
                    tbody.lesson {
                        tr { th scope="rowgroup" colspan=(marks.len() + 1) { (Line(lesson(group[0]))) } }
                        @for id in group { (exercise(class, id, &marks)) }
                    }
                }
            }
        }
    }
}

fn exercise(class: &Class, id: &str, marks: &[Mark]) -> Markup {
    let name = id.split_once('/').map_or(id, |(_, name)| name);
    html! {
        tr {
            th scope="row" { (Line(name)) }
            @for mark in marks {
                @match class.matrix.get(id).and_then(|counts| counts.get(mark)) {
                    Some(count) => td.number { span class={ "mark " (mark::kind(*mark).class()) } { (count) } },
                    None => td.number { span.zero { "0" } },
                }
            }
        }
    }
}
