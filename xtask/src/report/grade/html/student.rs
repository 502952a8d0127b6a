//! The page of one submission: what a student may be handed.

use maud::{Markup, html};

use super::{Line, block, document};
use crate::course::{Course, Id};
use crate::finding::Finding;
use crate::grade::record::{Grade, Graded};
use crate::report::grade::class::{in_order, is_solved};
use crate::report::grade::mark::{self, Kind};
use crate::report::grade::text;
use crate::report::grade::text::number;
use crate::report::words;
use crate::verdict::Claim;

/// `students/<id>.html`.
pub(crate) fn page(grade: &Grade, course: &Course) -> String {
    let name = grade
        .student
        .as_ref()
        .and_then(|student| student.name.as_ref());
    let body = html! {
        nav aria-label="Class" { a href="../index.html" { "All submissions" } }
        main {
            h1 { (Line(&grade.id)) }
            @if let Some(name) = name { p { (Line(name)) } }
            (facts(grade))
            h2 id="exercises" { "Exercises" }
            (overview(grade, course))
            @for (id, graded) in in_order(course, grade) {
                @if mark::kind(graded.verdict) != Kind::Open && !is_solved(graded) { (exercise(id, graded)) }
            }
            (ignored(grade))
        }
    };
    let title = format!("Grade of {}", text::line(&grade.id));
    document(&title, grade.unsandboxed, false, &body)
}

fn facts(grade: &Grade) -> Markup {
    let solved = grade
        .exercises
        .values()
        .filter(|one| is_solved(one))
        .count();
    html! {
        dl.facts {
            div { dt { "points" } dd { (number(grade.points)) " of " (number(grade.max_points)) } }
            div { dt { "solved" } dd { (solved) " of " (grade.exercises.len()) } }
            @if let Some(penalty) = &grade.penalty {
                div { dt { "off, for " (Line(&penalty.why)) } dd { (number(penalty.points)) } }
            }
        }
    }
}

fn overview(grade: &Grade, course: &Course) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label="Exercises" {
            table {
                caption { "What each exercise got, before anything is taken off for coming late." }
                thead { tr {
                    th scope="col" { "Exercise" }
                    th scope="col" { "Verdict" }
                    th.number scope="col" { "Points" }
                    th scope="col" { "Claims" }
                } }
                tbody { @for (id, graded) in in_order(course, grade) { tr {
                    th scope="row" { (link(id, graded)) }
                    td { (badge(graded)) }
                    td.number { (number(graded.points)) " of " (number(graded.max_points)) }
                    td { (claims(graded)) }
                } } }
            }
        }
    }
}

fn link(id: &str, graded: &Graded) -> Markup {
    html! {
        @if mark::kind(graded.verdict) == Kind::Open || is_solved(graded) {
            (Line(id))
        } @else {
            a href={ "#" (anchor(id)) } { (Line(id)) }
        }
    }
}

/// A name that a link can go to; ids are the course's own.
fn anchor(id: &str) -> String {
    id.replace('/', "-")
}

fn badge(graded: &Graded) -> Markup {
    let kind = mark::kind(graded.verdict).class();
    html! { span class={ "mark " (kind) } { (mark::name(graded.verdict)) } }
}

/// Which claims hold: only where some do and some do not, for else the verdict says it all.
fn claims(graded: &Graded) -> Markup {
    let list = |wanted: bool| {
        let named = graded.claims.iter().filter(|(_, holds)| **holds == wanted);
        named
            .map(|(claim, _)| claim.name().replace('_', " "))
            .collect::<Vec<_>>()
            .join(", ")
    };
    html! {
        @if !is_solved(graded) && !graded.claims.is_empty() {
            @let (holding, broken) = (list(true), list(false));
            @let holds = if is_chancy(graded) { "holds in some interleavings" } else { "holds" };
            @if !holding.is_empty() { div { (holds) ": " (holding) } }
            @if !broken.is_empty() { div { "broken: " (broken) } }
        }
    }
}

/// Whether only some interleavings are right: what else holds then holds in those.
fn is_chancy(graded: &Graded) -> bool {
    graded.claims.get(&Claim::EveryInterleaving) == Some(&false)
}

fn exercise(id: &str, graded: &Graded) -> Markup {
    html! {
        section.exercise aria-labelledby=(anchor(id)) {
            h2 id=(anchor(id)) { (Line(id)) " " (badge(graded)) }
            p { (mark::meaning(graded.verdict)) }
            @for found in &graded.findings { (finding(id, found)) }
            @if let Some(diagnostics) = &graded.diagnostics {
                h3 { "What the compiler said" }
                (block("What the compiler said", diagnostics))
            }
        }
    }
}

fn finding(id: &str, finding: &Finding) -> Markup {
    let test = id.parse::<Id>().map_or_else(
        |_| finding.test.clone(),
        |id| words::test(&id, &finding.test),
    );
    html! {
        @if !finding.test.is_empty() {
            h3 { (Line(&test)) }
            p.faint {
                (words::name(finding.verdict))
                @if let Some(claim) = finding.claim { " (" (words::claim(claim)) ")" }
                @if let Some(place) = &finding.place { ", at " (Line(place)) }
            }
        }
        (block("What happened", &finding.message))
        @if let Some(outcomes) = &finding.outcomes {
            p { "All results that can happen: " code { (Line(outcomes)) } }
        }
        @if let Some(schedule) = &finding.schedule {
            p { "The shortest schedule that shows it:" }
            (block("The shortest schedule", schedule))
        }
    }
}

fn ignored(grade: &Grade) -> Markup {
    html! {
        @if !grade.ignored.is_empty() {
            h2 id="ignored" { "Not taken" }
            p { "Only the files of the exercises are taken. This was left where it is:" }
            ul.skipped { @for one in &grade.ignored {
                li { code { (Line(&one.path)) } ": " (Line(&one.why)) }
            } }
        }
    }
}
