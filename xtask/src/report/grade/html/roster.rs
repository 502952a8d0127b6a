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
    html! {
        div.wide tabindex="0" role="region" aria-label="Table of submissions" {
            table.sortable {
                caption { "A row a submission. In the columns of the lessons: solved of all. The headings sort." }
                thead { tr {
                    th scope="col" aria-sort="ascending" { "Submission" }
                    th.number scope="col" { "Points" }
                    th.number scope="col" { "Percent" }
                    th.number scope="col" { "Solved" }
                    @for lesson in &lessons { th.number scope="col" { (Line(lesson)) } }
                    th.number scope="col" { "Late" }
                    th scope="col" { "To look at" }
                } }
                tbody { @for row in &class.rows { (submission(row, &lessons)) } }
            }
        }
    }
}

fn submission(row: &Row, lessons: &[&str]) -> Markup {
    let (solved, all) = row.solved();
    html! {
        tr {
            th.name scope="row" {
                (link(row))
                @if let Some(name) = &row.student.name { span.faint { (Line(name)) } }
            }
            td.number data-value=(row.points) { (number(row.points)) " of " (number(row.max_points)) }
            td.number data-value=(number(row.percent())) { (format!("{:.1}", row.percent())) " %" }
            td.number data-value=(solved) { (solved) " of " (all) }
            @for lesson in lessons {
                @let (solved, all) = row.lessons.get(*lesson).copied().unwrap_or_default();
                td.number data-value=(solved) { (solved) " of " (all) }
            }
            td.number data-value=(row.penalty) {
                @if row.penalty > 0.0 { "−" (number(row.penalty)) } @else { span.zero { "0" } }
            }
            td data-value=(row.grave.len()) {
                @if !row.grave.is_empty() { span.mark.grave { (row.grave.len()) } }
            }
        }
    }
}

/// The lessons that were graded, in the order of the learner's path.
fn lessons<'a>(class: &'a Class, course: &Course) -> Vec<&'a str> {
    let mut lessons: Vec<&str> = sorted(course, class.matrix.keys())
        .into_iter()
        .map(lesson)
        .collect();
    lessons.dedup();
    lessons
}
