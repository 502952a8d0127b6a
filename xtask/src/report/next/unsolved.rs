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

/// The screen for an exercise that is not solved.
pub(crate) fn unsolved(mut page: Page, view: &View<'_>) -> String {
    head(&mut page, view);
    let verdict = view.decision.verdict;
    match verdict {
        Verdict::NotStarted => headline(&mut page, WARNING, ("○", "o"), verdict),
        _ => headline(&mut page, BAD, ("✗", "x"), verdict),
    }
    match verdict {
        Verdict::NotStarted => path(&mut page, view),
        _ => findings(&mut page, view),
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

/// The decisive finding in full, the others in a line each, and what rustc says: first when that is the verdict.
fn findings(page: &mut Page, view: &View<'_>) {
    let (decision, id) = (view.decision, &view.exercise.id);
    let refused = decision.verdict == Verdict::DoesNotCompile;
    let diagnostics = decision.diagnostics.as_deref();
    if let Some(diagnostics) = diagnostics.filter(|_| refused) {
        page.verbatim(diagnostics);
    }
    let decisive = decisive(&decision.findings, decision.verdict);
    // rustc's own message is not repeated in a sentence.
    if let Some(first) = decisive.filter(|_| !(refused && diagnostics.is_some())) {
        finding::full(page, id, first);
    }
    let is_other = |f: &&Finding| decisive.is_some_and(|first| !std::ptr::eq(first, *f));
    let others: Vec<&Finding> = decision.findings.iter().filter(is_other).collect();
    if !others.is_empty() && !refused {
        page.blank().paragraph(&paint(STRONG, "Also unsolved"));
        others
            .iter()
            .for_each(|other| finding::line(page, id, other));
    }
    if let Some(diagnostics) = diagnostics.filter(|_| !refused) {
        page.blank().paragraph(&paint(STRONG, "rustc remarks"));
        page.verbatim(diagnostics);
    }
    if let Some(output) = last_words(decision) {
        page.blank().paragraph(&paint(STRONG, "It printed"));
        page.indented(&finding::clipped(output, OUTPUT_LINES));
    }
}

/// What a program printed before it died or was killed. Of one that ended, the findings say more.
fn last_words(decision: &Decision) -> Option<&str> {
    let died = matches!(decision.verdict, Verdict::Crashed | Verdict::TimedOut);
    let output = decision.output.as_deref()?.trim_end();
    (died && !output.is_empty()).then_some(output)
}

/// The finding that gave the exercise its verdict.
fn decisive(findings: &[Finding], verdict: Verdict) -> Option<&Finding> {
    findings
        .iter()
        .find(|finding| finding.verdict == verdict)
        .or(findings.first())
}

fn next_steps(page: &mut Page, view: &View<'_>) {
    let about_hint = match view.hint {
        Some(number) if view.hints_shown => format!("(hint {number} of 3)"),
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
        (
            "start over",
            paint(ACTION, format_args!("cargo xtask reset {id}")),
        ),
    ];
    if view.decision.output.is_some() {
        let test = format!("cargo test -p {} {}", id.lesson, id.name);
        steps.push(("see prints", paint(ACTION, test)));
    }
    actions(page, "What to do next", &steps);
}
