//! Deadlines, and what is taken off after them.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::file::{LateToml, Per, PointsToml};
use super::hundredths::Hundredths;

const HOUR: u64 = 60 * 60;

/// What is taken off, and why, over all lessons whose deadline and grace had passed and that have points to lose.
pub(super) fn penalty(
    file: &PointsToml,
    by_lesson: &BTreeMap<&str, Hundredths>,
    submitted: Timestamp,
) -> Option<(Hundredths, String)> {
    let mut off = Hundredths::ZERO;
    let mut why = Vec::new();
    for (name, points) in by_lesson {
        let Some(lesson) = file.lesson.get(*name) else {
            continue;
        };
        let rules = file.late(lesson);
        let late = lesson
            .deadline
            .and_then(|deadline| seconds_late(&rules, deadline, submitted));
        if let Some(late) = late.filter(|_| *points > Hundredths::ZERO) {
            off += points.share(percent(&rules, late), Hundredths::whole(100));
            why.push(format!("{name} {}", in_words(&rules, late)));
        }
    }
    (!why.is_empty()).then(|| (off, why.join("; ")))
}

/// How late it is, from the deadline on; none within the grace.
fn seconds_late(rules: &LateToml, deadline: Timestamp, submitted: Timestamp) -> Option<u64> {
    let late = submitted.as_second().saturating_sub(deadline.as_second());
    let late = u64::try_from(late).ok()?;
    (late > u64::from(rules.grace_minutes) * 60).then_some(late)
}

/// Each hour or day that has begun counts whole.
fn begun(rules: &LateToml, late: u64) -> u64 {
    match rules.per {
        Per::Hour => late.div_ceil(HOUR),
        Per::Day => late.div_ceil(24 * HOUR),
    }
}

fn percent(rules: &LateToml, late: u64) -> Hundredths {
    rules.percent.times(begun(rules, late)).min(rules.cap)
}

/// `2 days late, 10 % a day: 20 %`.
fn in_words(rules: &LateToml, late: u64) -> String {
    let (article, unit) = match rules.per {
        Per::Hour => ("an", "hour"),
        Per::Day => ("a", "day"),
    };
    let begun = begun(rules, late);
    let plural = if begun == 1 { "" } else { "s" };
    let (each, all) = (rules.percent, percent(rules, late));
    let limit = if all < each.times(begun) {
        ", the most"
    } else {
        ""
    };
    format!("{begun} {unit}{plural} late, {each} % {article} {unit}: {all} %{limit}")
}
