//! The page of the whole class.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{Line, chart, document, matrix, roster};
use crate::course::Course;
use crate::report::grade::class::{Class, Row};
use crate::report::grade::notes::{Alike, Notes};
use crate::report::grade::text::number;

/// So many pairs of files stand on the page. Two who share everything are one pair for each exercise.
const SHOWN: usize = 500;

/// `index.html`.
pub(crate) fn page(class: &Class, course: &Course, notes: &Notes) -> String {
    let body = html! {
        a.skip href="#submissions" { "To the table of submissions" }
        main {
            h1 { "Grades of the class" }
            (facts(class))
            (grave(class))
            (ungraded(notes))
            h2 id="submissions" { "Submissions" }
            (roster::table(class, course))
            h2 id="distribution" { "Distribution" }
            (chart::figure(class))
            h2 id="exercises" { "Exercises and verdicts" }
            (matrix::table(class, course))
            @if let Some(alike) = &notes.alike {
                h2 id="alike" { "Alike" }
                (similar(class, alike))
            }
        }
    };
    document("Grades of the class", class.unsandboxed, true, &body)
}

fn facts(class: &Class) -> Markup {
    let late = class.rows.iter().filter(|row| row.penalty > 0.0).count();
    html! {
        dl.facts {
            div { dt { "submissions" } dd { (class.rows.len()) } }
            div { dt { "exercises" } dd { (class.matrix.len()) } }
            div { dt { "points to be had" } dd { (number(class.most())) } }
            div { dt { "median" } dd { (format!("{:.1} %", chart::median(class))) } }
            div { dt { "with points off for lateness" } dd { (late) } }
        }
    }
}

/// What a person must look at before the grades go out.
fn grave(class: &Class) -> Markup {
    let rows: Vec<&Row> = class
        .rows
        .iter()
        .filter(|row| !row.grave.is_empty())
        .collect();
    html! {
        @if !rows.is_empty() {
            h2 id="look" { "To look at" }
            p { "The grader refused these files, or caught them at writing their own verdicts. What is claimed here does not count. An address, a number or a login that two submissions give fits both: look at them before you import grades." }
            ul.columns { @for row in rows {
                // Each is cut to its own length: a long one hides no other.
                li { (link(row)) ": " @for (at, why) in row.grave.iter().enumerate() {
                    @if at > 0 { ", " } (Line(why))
                } }
            } }
        }
    }
}

/// They stand in no table, so they are named here.
fn ungraded(notes: &Notes) -> Markup {
    html! {
        @if !notes.ungraded.is_empty() {
            h2 id="ungraded" { "Not graded" }
            p { "These submissions have no grade; they are in no table below." }
            ul { @for (id, why) in &notes.ungraded {
                li { (Line(id)) ": " (Line(why)) }
            } }
        }
    }
}

fn similar(class: &Class, alike: &[Alike]) -> Markup {
    let rows: BTreeMap<&str, &Row> = class.rows.iter().map(|row| (&*row.id, row)).collect();
    let of = |id: &str| {
        html! {
            @match rows.get(id) {
                Some(row) => (link(row)),
                None => (Line(id)),
            }
        }
    };
    html! {
        p { "A hint for a person, never a verdict: small exercises have few solutions, and honest work can be alike." }
        @if alike.is_empty() {
            p { "No two files are alike beyond the starter." }
        } @else {
            @if alike.len() > SHOWN {
                p { "These are the " (SHOWN) " most alike of " (alike.len()) ". " code { "similar.json" } " names more." }
            }
            div.wide tabindex="0" role="region" aria-label="Pairs that are alike" {
                table.sortable {
                    caption { "Pairs of files that are alike beyond the starter." }
                    thead { tr {
                        th scope="col" { "Exercise" }
                        th scope="col" { "One" }
                        th scope="col" { "Other" }
                        th.number scope="col" { "Alike" }
                    } }
                    tbody { @for pair in alike.iter().take(SHOWN) { tr {
                        td { (Line(&pair.exercise)) }
                        td.name { (of(&pair.first)) }
                        td.name { (of(&pair.second)) }
                        td.number data-value=(pair.percent) { (pair.percent) " %" }
                    } } }
                }
            }
        }
    }
}

/// To the submission's own page. The file's name is safe by its making.
pub(super) fn link(row: &Row) -> Markup {
    html! { a href={ "students/" (row.file) ".html" } { (Line(&row.id)) } }
}
