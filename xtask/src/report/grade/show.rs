//! One submission on a terminal.

use crate::course::{Course, Id};
use crate::finding::Finding;
use crate::grade::record::{Grade, Graded};
use crate::report::grade::class::{UNSANDBOXED, in_order, is_solved};
use crate::report::grade::mark::{self, Kind};
use crate::report::grade::text::{block, line, number};
use crate::report::page::Page;
use crate::report::style::{BAD, FAINT, GOOD, STRONG, WARNING, paint};
use crate::report::words;

/// The width of the column of verdicts.
const LABEL: usize = "does not compile".len();

/// All of it: the sum, a line an exercise, then what went wrong, with the schedules.
pub(crate) fn submission(mut page: Page, grade: &Grade, course: &Course) -> String {
    if grade.unsandboxed {
        page.paragraph(&paint(BAD, UNSANDBOXED)).blank();
    }
    sum(&mut page, grade);
    page.blank();
    let widest = grade
        .exercises
        .keys()
        .map(|id| line(id).chars().count())
        .max();
    for (id, graded) in in_order(course, grade) {
        exercise(&mut page, id, graded, widest.unwrap_or(0));
    }
    for (id, graded) in in_order(course, grade) {
        if mark::kind(graded.verdict) != Kind::Open && !is_solved(graded) {
            page.blank();
            details(&mut page, id, graded);
        }
    }
    if !grade.ignored.is_empty() {
        page.blank().paragraph(&paint(STRONG, "Not taken"));
        for one in &grade.ignored {
            page.hanging(
                "  ",
                "    ",
                &format!("{}: {}", line(&one.path), line(&one.why)),
            );
        }
    }
    page.finish()
}

fn sum(page: &mut Page, grade: &Grade) {
    let student = grade.student.as_ref();
    let name = student.and_then(|student| student.name.as_ref());
    let name = name.map_or_else(String::new, |name| format!(", {}", line(name)));
    page.paragraph(&format!("{}{name}", paint(STRONG, line(&grade.id))));
    let solved = grade
        .exercises
        .values()
        .filter(|one| is_solved(one))
        .count();
    let (points, most) = (number(grade.points), number(grade.max_points));
    let all = grade.exercises.len();
    page.paragraph(&format!(
        "{points} of {most} points, {solved} of {all} solved"
    ));
    if let Some(penalty) = &grade.penalty {
        let (off, why) = (number(penalty.points), line(&penalty.why));
        page.paragraph(&format!("{off} points off: {why}"));
    }
}

fn exercise(page: &mut Page, id: &str, graded: &Graded, widest: usize) {
    let verdict = painted(graded);
    let (points, most) = (number(graded.points), number(graded.max_points));
    page.row(
        &verdict,
        LABEL,
        &format!("{:widest$}  {points} of {most}", line(id)),
    );
}

fn painted(graded: &Graded) -> String {
    let style = match mark::kind(graded.verdict) {
        Kind::Good => GOOD,
        Kind::Open => FAINT,
        Kind::Bad => BAD,
        Kind::Grave => WARNING,
    };
    paint(style, mark::name(graded.verdict))
}

fn details(page: &mut Page, id: &str, graded: &Graded) {
    let heading = format!("{}: {}", paint(STRONG, line(id)), painted(graded));
    page.paragraph(&heading)
        .indented(mark::meaning(graded.verdict));
    for found in &graded.findings {
        page.blank();
        finding(page, id, found);
    }
    if let Some(diagnostics) = &graded.diagnostics {
        page.blank().verbatim(&block(diagnostics));
    }
}

fn finding(page: &mut Page, id: &str, finding: &Finding) {
    if !finding.test.is_empty() {
        let test = id.parse::<Id>().map(|id| words::test(&id, &finding.test));
        let test = test.unwrap_or_else(|_| finding.test.clone());
        let kind = finding
            .claim
            .map_or_else(String::new, |claim| format!(" ({})", words::claim(claim)));
        page.paragraph(&format!(
            "{}{}",
            paint(STRONG, line(&test)),
            paint(FAINT, kind)
        ));
    }
    page.indented(&block(&finding.message));
    if let Some(outcomes) = &finding.outcomes {
        page.indented(&format!("all results that can happen: {}", line(outcomes)));
    }
    if let Some(schedule) = &finding.schedule {
        page.blank().verbatim(&block(schedule));
    }
    if let Some(place) = &finding.place {
        page.indented(&line(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;
    use crate::testing::course;

    fn shown(grade: &Grade) -> String {
        let text = submission(Page::new(80, true), grade, &course());
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn a_submission_on_a_terminal() {
        insta::assert_snapshot!(shown(&samples::ada()));
    }

    #[test]
    fn a_hostile_submission_cannot_steer_the_terminal() {
        let text = shown(&samples::hostile());
        assert!(text.starts_with("Graded without a sandbox"));
        let steering = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!text.contains(steering));
        assert!(text.len() < 100_000);
    }
}
