//! Which hint fits: the finding picks where to start, and nothing is shown twice before all was shown once.

use std::collections::BTreeSet;

use crate::course::Exercise;
use crate::decide::Decision;
use crate::report::words;

/// How many hints an exercise has.
const HINTS: u8 = 3;

/// The number of the hint that comes next, from 1; none when all were shown.
pub(crate) fn next_hint(
    exercise: &Exercise,
    decision: Option<&Decision>,
    shown: &BTreeSet<u8>,
) -> Option<u8> {
    let start = decision.map_or(1, |decision| start(exercise, decision));
    (start..=HINTS)
        .chain(1..start)
        .find(|number| !shown.contains(number))
}

/// The lesson's word for this finding: its test's name weighs more than its verdict.
fn start(exercise: &Exercise, decision: &Decision) -> u8 {
    let first = decision.findings.first();
    let test = first.map(|finding| words::short(&exercise.id, &finding.test));
    let by_test = test.and_then(|test| exercise.start.get(test));
    let number = by_test.or_else(|| exercise.start.get(decision.verdict.name()));
    number
        .and_then(|number| u8::try_from(*number).ok())
        .map_or(1, |number| number.clamp(1, HINTS))
}

#[cfg(test)]
mod tests;
