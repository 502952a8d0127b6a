//! The exercise is not solved: what was found, and what to do about it.

use super::{View, actions, head, headline};
use crate::decide::Decision;
use crate::finding::Finding;
use crate::report::page::Page;
use crate::report::style::{ACTION, BAD, FAINT, STRONG, WARNING, paint};
use crate::report::{finding, words};
use crate::verdict::Verdict;

/// What the program printed is rarely what matters; this many lines of it are shown.
const OUTPUT_LINES: usize = 12;

/// The screen for an exercise that is not solved. What may be long comes first: the last lines are the ones that a
/// terminal shows, and they are the verdict and what to do about it.
pub(crate) fn unsolved(mut page: Page, view: &View<'_>) -> String {
    head(&mut page, view);
    let verdict = view.decision.verdict;
    if verdict == Verdict::NotStarted {
        page.blank();
        headline(&mut page, WARNING, ("○", "o"), verdict);
        path(&mut page, view);
    } else {
        evidence(&mut page, view.decision);
        page.blank();
        headline(&mut page, BAD, ("✗", "x"), verdict);
        findings(&mut page, view);
    }
    next_steps(&mut page, view);
    page.finish()
}

/// Nothing is written yet, so the tests are the way that lies ahead: all of them, also those that did not even run.
fn path(page: &mut Page, view: &View<'_>) {
    page.paragraph("It is solved when all of this holds:");
    let dot = page.sign("  · ", "  - ").to_owned();
    for test in view.tests {
        let sentence = words::test(&view.exercise.id, &test.name);
        let claim = paint(FAINT, format_args!("({})", words::claim(test.claim)));
        page.hanging(&dot, "    ", &format!("{sentence} {claim}"));
    }
}

/// What rustc said, what a dead program printed, the schedule of the decisive finding.
fn evidence(page: &mut Page, decision: &Decision) {
    let refused = decision.verdict == Verdict::DoesNotCompile;
    if let Some(diagnostics) = decision.diagnostics.as_deref() {
        if !refused {
            page.blank().paragraph(&paint(STRONG, "rustc remarks"));
        }
        page.blank().verbatim(diagnostics);
    }
    if let Some(output) = last_words(decision) {
        page.blank().paragraph(&paint(STRONG, "It printed"));
        page.indented(&finding::clipped(&output, OUTPUT_LINES));
    }
    let schedule = decisive(decision).and_then(|finding| finding.schedule.as_deref());
    if let Some(schedule) = schedule {
        page.blank()
            .paragraph(&paint(STRONG, "How it goes wrong, step by step"));
        page.blank().verbatim(schedule);
    }
}

/// The decisive finding in sentences, the others in a line each. rustc's own message is
/// not repeated in a sentence, only what it means here.
fn findings(page: &mut Page, view: &View<'_>) {
    let (decision, id) = (view.decision, &view.exercise.id);
    let refused = decision.verdict == Verdict::DoesNotCompile;
    let decisive = decisive(decision);
    match decisive {
        Some(first) if refused && decision.diagnostics.is_some() => {
            let note: Vec<&str> = first.message.lines().skip(1).collect();
            page.indented(&note.join("\n"));
        }
        Some(first) => finding::full(page, id, first),
        None => {}
    }
    let is_other = |f: &&Finding| decisive.is_some_and(|first| !std::ptr::eq(first, *f));
    let others: Vec<&Finding> = decision.findings.iter().filter(is_other).collect();
    if !others.is_empty() && !refused {
        page.blank().paragraph(&paint(STRONG, "Also unsolved"));
        others
            .iter()
            .for_each(|other| finding::line(page, id, other));
    }
}

/// What a program printed before it died or was killed. Of one that ended, the findings say more.
fn last_words(decision: &Decision) -> Option<String> {
    let died = matches!(decision.verdict, Verdict::Crashed | Verdict::TimedOut);
    let output = decision.output.as_deref().filter(|_| died)?;
    let finding = format!("{}: ", decision.verdict.name());
    let is_said =
        |line: &&str| !line.is_empty() && !is_of_libtest(line) && !line.starts_with(&finding);
    let lines: Vec<&str> = output.lines().filter(is_said).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// libtest's frame around what a test prints tells a learner nothing.
fn is_of_libtest(line: &str) -> bool {
    let of_a_test = line.starts_with("test ") && line.contains(" ... ");
    let of_failures = line == "failures:" || (line.starts_with("---- ") && line.ends_with(" ----"));
    let of_all = line.starts_with("test result: ");
    let counts = line.starts_with("running ") && line.ends_with(" test");
    let name = line.starts_with("    ") && line.contains("::") && !line.trim().contains(' ');
    of_a_test || of_failures || of_all || counts || name
}

/// The finding that gave the exercise its verdict.
fn decisive(decision: &Decision) -> Option<&Finding> {
    let mut findings = decision.findings.iter();
    findings
        .find(|finding| finding.verdict == decision.verdict)
        .or(decision.findings.first())
}

fn next_steps(page: &mut Page, view: &View<'_>) {
    let is_begun = view.decision.verdict != Verdict::NotStarted;
    let about_hint = match view.hint {
        Some(number) if view.hints_shown || !is_begun => format!("(hint {number} of 3)"),
        Some(number) => format!("(hint {number} of 3 fits this)"),
        None => "(all three again)".into(),
    };
    let hint = paint(ACTION, view.command("hint"));
    let id = &view.exercise.id;
    let mut steps = vec![
        ("edit", paint(ACTION, view.place)),
        ("decide", paint(ACTION, view.command("next"))),
        (
            "get a hint",
            format!("{hint}  {}", paint(FAINT, about_hint)),
        ),
    ];
    if is_begun {
        let reset = format!("cargo xtask reset {id}");
        steps.push(("start over", paint(ACTION, reset)));
    }
    if is_begun && view.decision.output.is_some() {
        let test = format!("cargo test -p {} {}", id.lesson, id.name);
        steps.push(("see prints", paint(ACTION, test)));
    }
    actions(page, "What to do next", &steps);
}
