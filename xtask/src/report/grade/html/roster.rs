//! The table of submissions.

use maud::{Markup, html};

use super::Line;
use super::index::link;
use crate::course::Course;
use crate::report::grade::class::{Class, Row, lesson, sorted};
use crate::report::grade::text::number;

/// A row a submission; every column can be sorted.
pub(super) fn table(class: &Class, course: &Course) -> Markup {
    let lessons = lessons(class, course);
    let all = class.matrix.len();
    html! {
        div.wide tabindex="0" role="region" aria-label="Table of submissions" {
            table.sortable {
                caption { "A row a submission; below the name of a lesson, how many of its exercises are solved." }
                thead { tr {
                    th scope="col" { "Submission" }
                    (head("Points", &number(class.most())))
                    th.number scope="col" { "Percent" }
                    (head("Solved", &all.to_string()))
                    @for (lesson, exercises) in &lessons { (head(lesson, &exercises.to_string())) }
                    th.number scope="col" { "Late" }
                    th.number scope="col" { "Look at" }
                } }
                tbody { @for row in &class.rows { (submission(row, &lessons)) } }
            }
        }
    }
}

fn head(name: &str, all: &str) -> Markup {
    html! { th.number scope="col" { (Line(name)) span.of { " of " (all) } } }
}

fn submission(row: &Row, lessons: &[(&str, usize)]) -> Markup {
    html! {
        tr {
            th.name scope="row" {
                (link(row))
                @if let Some(name) = &row.student.name { span.faint { (Line(name)) } }
            }
            td.number data-value=(row.points) { (number(row.points)) }
            td.number data-value=(number(row.percent())) { (format!("{:.1}", row.percent())) " %" }
            td.number data-value=(row.solved()) { (row.solved()) }
            @for (lesson, _) in lessons {
                @let solved = row.lessons.get(*lesson).copied().unwrap_or_default();
                td.number data-value=(solved) { (solved) }
            }
            td.number data-value=(row.penalty) {
                @if row.penalty > 0.0 { "−" (number(row.penalty)) } @else { span.zero { "0" } }
            }
            td.number data-value=(row.grave.len()) {
                @if row.grave.is_empty() { span.zero { "0" } } @else { span.mark.grave { (row.grave.len()) } }
            }
        }
    }
}

/// The lessons that were graded and how many exercises they have, in the order of the learner's path.
fn lessons<'a>(class: &'a Class, course: &Course) -> Vec<(&'a str, usize)> {
    let ids = sorted(course, class.matrix.keys());
    let groups = ids.chunk_by(|a, b| lesson(a) == lesson(b));
    groups
        .map(|group| (lesson(group[0]), group.len()))
        .collect()
}
