//! The exercise is not solved: what was found, and what to do about it.

use super::{View, actions, head, headline};
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

/// rustc's messages, the first finding in full, the others in a line each, and what the program printed.
fn findings(page: &mut Page, view: &View<'_>) {
    let (decision, id) = (view.decision, &view.exercise.id);
    if let Some(diagnostics) = &decision.diagnostics {
        page.verbatim(diagnostics).blank();
    }
    let decisive = decisive(&decision.findings, decision.verdict);
    if let Some(first) = decisive {
        finding::full(page, id, first);
    }
    let others = || {
        let is_first = |f: &Finding| decisive.is_some_and(|first| std::ptr::eq(first, f));
        decision.findings.iter().filter(move |f| !is_first(f))
    };
    if others().next().is_some() {
        page.blank().paragraph(&paint(STRONG, "Also unsolved"));
        others().for_each(|other| finding::line(page, id, other));
    }
    if let Some(output) = decision.output.as_deref().filter(|o| !o.trim().is_empty()) {
        page.blank()
            .paragraph(&paint(STRONG, "Your program printed"));
        page.indented(&finding::clipped(output.trim_end(), OUTPUT_LINES));
    }
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
        Some(number) => format!("(hint {number} of 3 fits this)"),
        None => "(all three again)".into(),
    };
    let hint = paint(ACTION, view.command("hint"));
    let reset = format!("cargo xtask reset {}", view.exercise.id);
    let steps = [
        ("edit", paint(ACTION, view.place)),
        ("decide", paint(ACTION, view.command("next"))),
        (
            "get a hint",
            format!("{hint}  {}", paint(FAINT, about_hint)),
        ),
        ("start over", paint(ACTION, reset)),
    ];
    actions(page, "What to do next", &steps);
}
