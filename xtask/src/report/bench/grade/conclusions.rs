//! What the numbers come to, in sentences: whether both aims are met, and what holds them.

use anstyle::Style;

use super::{Class, Graded, Looped, percent};
use crate::report::page::Page;
use crate::report::style::{GOOD, WARNING, paint};
use crate::report::words::count;

/// How many times as fast as the loop the grader is meant to be.
const AIM: f64 = 10.0;

/// Of rustc's own time: how much more the grader is meant to spend at most.
const BEYOND: f64 = 0.3;

/// Verdicts that are named when they are not those that had to come.
const NAMED: usize = 5;

/// Writes them.
pub(super) fn write(page: &mut Page, class: &Class) {
    page.blank();
    surprises(page, &class.surprises);
    match &class.looped {
        None => {
            page.paragraph(
                "Nothing went through `cargo test`: --naive says how many submissions do.",
            );
        }
        Some(looped) => against_the_loop(page, class, looped),
    }
    against_rustc(page, class.graded);
    if let Some(looped) = &class.looped {
        page.paragraph(&lost(looped));
    }
}

fn against_the_loop(page: &mut Page, class: &Class, looped: &Looped) {
    let [wall, _] = class.factors(looped);
    let rustc = ("rustc", class.graded.rustc);
    let (name, part) = largest([rustc].into_iter().chain(beyond(class.graded)));
    let said = format!(
        "10 times as fast as `cargo test` in a loop: {}, {wall:.1} times. The largest part of the grader's time is {name}, {}.",
        yes(wall >= AIM),
        percent(part, class.graded.spent.cpu),
    );
    page.paragraph(&paint(style(wall >= AIM), said));
}

fn against_rustc(page: &mut Page, graded: Graded) {
    let more = graded.spent.cpu - graded.rustc;
    let is_within = more <= BEYOND * graded.rustc;
    let (name, part) = largest(beyond(graded).into_iter());
    let said = format!(
        "Within 30 % of rustc's own time: {}, {} beyond it. The largest part of that is {name}, {} of rustc's time.",
        yes(is_within),
        percent(more, graded.rustc),
        percent(part, graded.rustc),
    );
    page.paragraph(&paint(style(is_within), said));
}

/// What is no floor.
fn beyond(graded: Graded) -> [(&'static str, f64); 3] {
    [
        ("the tests", graded.tests),
        ("the sandbox", graded.sandbox),
        ("the grader's own work", graded.rest),
    ]
}

fn surprises(page: &mut Page, surprises: &[String]) {
    if surprises.is_empty() {
        page.paragraph("Every file got the verdict that it must get.");
        return;
    }
    let said = format!(
        "{} not what they must be:",
        count(surprises.len(), "verdict")
    );
    page.paragraph(&paint(WARNING, said));
    for surprise in surprises.iter().take(NAMED) {
        page.indented(surprise);
    }
    if surprises.len() > NAMED {
        page.indented(&format!("and {} more", surprises.len() - NAMED));
    }
}

/// What the loop does not decide makes it faster than it should be.
fn lost(looped: &Looped) -> String {
    let were = if looped.killed == 1 { "was" } else { "were" };
    format!(
        "`cargo test` ran on {}, one after the other. It tested nothing of {} of {} lessons, since a file did not compile; \
         {} hung and {were} killed.",
        count(looped.submissions, "submission"),
        looped.unbuilt,
        looped.lessons,
        looped.killed,
    )
}

fn largest<'a>(parts: impl Iterator<Item = (&'a str, f64)>) -> (&'a str, f64) {
    parts
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .unwrap_or(("nothing", 0.0))
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

fn style(is_so: bool) -> Style {
    if is_so { GOOD } else { WARNING }
}
