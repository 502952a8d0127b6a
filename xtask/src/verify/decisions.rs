//! Programs whose verdict is known: solutions, starters, right and wrong submissions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::course::{Course, Exercise};
use crate::decide::{Case, Decision, Judge, Source};
use crate::paths;
use crate::rules;
use crate::verdict::Verdict;
use crate::verify::ledger::Ledger;

/// A program whose verdict is known.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    case: Case<'a>,
    /// As it is shown: a path.
    name: String,
    expected: Expected,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Is(Verdict),
    /// Compiles without a warning, ends, and is not solved.
    Starter,
    /// A wrong submission that does not say which verdict it must get; another rule tells.
    Unknown,
}

/// Every solution must be solved.
pub(crate) fn solutions<'a>(course: &Course, exercises: &[&'a Exercise]) -> Vec<Known<'a>> {
    let of = |exercise: &&'a Exercise| {
        Known::new(
            course,
            exercise,
            Source::Solution,
            Expected::Is(Verdict::Solved),
        )
    };
    exercises.iter().map(of).collect()
}

/// No starter must be.
pub(crate) fn starters<'a>(course: &Course, exercises: &[&'a Exercise]) -> Vec<Known<'a>> {
    exercises
        .iter()
        .map(|exercise| Known::new(course, exercise, Source::Learner, Expected::Starter))
        .collect()
}

/// Every right submission must be solved, every wrong one must get the verdict of its first line. Those that are built
/// together stand together: one of each exercise of a lesson, then another one of each.
pub(crate) fn submissions<'a>(course: &Course, exercises: &[&'a Exercise]) -> Vec<Known<'a>> {
    let mut lessons: BTreeMap<&str, Vec<(usize, Known<'a>)>> = BTreeMap::new();
    for exercise in exercises {
        let of = |kind: &str, expected: fn(&Path) -> Expected| {
            let files = rules::files(&exercise.submissions(course, kind), ".rs");
            files.into_iter().map(move |file| (expected(&file), file))
        };
        let files = of("right", right).chain(of("wrong", wrong)).enumerate();
        let cases = lessons.entry(&exercise.id.lesson).or_default();
        cases.extend(files.map(|(round, (expected, file))| {
            let known = Known::new(course, exercise, Source::File(file), expected);
            (round, known)
        }));
    }
    mingled(lessons.into_values().map(|mut cases| {
        cases.sort_by_key(|(round, _)| *round);
        cases.into_iter().map(|(_, known)| known).collect()
    }))
}

/// All lists in one, so that each of them has come as far as the others at any time. Programs of one lesson wait, for
/// processes and deadlines, while those of another one compute: side by side they fill the cores.
fn mingled<T>(lists: impl Iterator<Item = Vec<T>>) -> Vec<T> {
    let mut all = Vec::new();
    for list in lists {
        let length = list.len();
        let place = |at: usize| (2 * at + 1) as f64 / (2 * length) as f64;
        all.extend(list.into_iter().enumerate().map(|(at, it)| (place(at), it)));
    }
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    all.into_iter().map(|(_, it)| it).collect()
}

fn right(_: &Path) -> Expected {
    Expected::Is(Verdict::Solved)
}

fn wrong(file: &Path) -> Expected {
    rules::expected_verdict(file).map_or(Expected::Unknown, Expected::Is)
}

/// Decides the cases, as many at a time as there are cores, each `times` times. One that cannot be decided fails, and
/// costs the others nothing.
pub(crate) fn run(judge: &Judge<'_>, cases: &[Known<'_>], times: u32, ledger: &mut Ledger<'_>) {
    judge.decide_many(
        cases,
        |known| &known.case,
        times,
        &|_, _| {},
        |case, decided| match decided {
            Ok(decisions) => case.judge(&decisions, ledger),
            Err(error) => ledger.fail(&case.name, &format!("it could not be decided: {error:#}")),
        },
    );
}

impl<'a> Known<'a> {
    fn new(course: &Course, exercise: &'a Exercise, source: Source, expected: Expected) -> Self {
        let file: PathBuf = source.file(course, exercise);
        let name = paths::shown(&course.root, &file).to_string();
        Self {
            case: Case {
                exercise,
                source,
                known: None,
            },
            name,
            expected,
        }
    }

    fn judge(&self, decisions: &[Decision], ledger: &mut Ledger<'_>) {
        match decisions
            .iter()
            .enumerate()
            .find_map(|(at, decision)| Some((at, self.complaint(decision)?)))
        {
            None => ledger.pass(1),
            Some((0, complaint)) => ledger.fail(&self.name, &complaint),
            Some((at, complaint)) => {
                ledger.fail(
                    &self.name,
                    &format!("the verdict changed in run {}: {complaint}", at + 1),
                );
            }
        }
    }

    /// What to change, where the decision is not the one that must come.
    fn complaint(&self, decision: &Decision) -> Option<String> {
        let got = decision.verdict;
        let advice = match self.expected {
            Expected::Is(expected) if got == expected => return None,
            Expected::Unknown => return Some("line 1 does not say which verdict it must get".to_owned()),
            Expected::Is(Verdict::Solved) => {
                "expected solved; a right program must pass in any style: mend the program, or what the tests ask for".to_owned()
            }
            Expected::Is(expected) => {
                format!("expected {expected} (line 1); let a test see it first, or correct line 1 if it really is {got}")
            }
            Expected::Starter => return starter_complaint(decision),
        };
        Some(format!("{advice}\ngot {got}{}", because(decision)))
    }
}

fn starter_complaint(decision: &Decision) -> Option<String> {
    match decision.verdict {
        Verdict::Solved => {
            Some("the starter is solved; take the program out and leave a TODO".to_owned())
        }
        Verdict::DoesNotCompile | Verdict::Crashed | Verdict::TimedOut => Some(format!(
            "a starter compiles and ends; got {}{}",
            decision.verdict,
            because(decision)
        )),
        _ => {
            let warnings = decision.diagnostics.as_ref()?;
            Some(format!(
                "a starter compiles without warnings\n{}",
                anstream::adapter::strip_str(warnings)
            ))
        }
    }
}

/// The finding behind a verdict, as far as it helps.
fn because(decision: &Decision) -> String {
    let Some(finding) = decision.findings.first() else {
        return String::new();
    };
    let place = if finding.test.is_empty() {
        String::new()
    } else {
        format!(" in {}", finding.test)
    };
    let outcomes = finding
        .outcomes
        .as_ref()
        .map(|set| format!("\nall results: {set}"))
        .unwrap_or_default();
    format!("{place}: {}{outcomes}", finding.message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{course, decision, finding};

    fn complaint(expected: Expected, verdict: Verdict) -> Option<String> {
        let course = course();
        let case = Known::new(
            &course,
            &course.lessons[0].exercises[0],
            Source::Learner,
            expected,
        );
        case.complaint(&decision(verdict, vec![finding("one", verdict, "said")]))
    }

    #[test]
    fn lists_are_mingled_in_proportion_and_keep_their_own_order() {
        let lists = [vec!["a1", "a2", "a3", "a4"], vec!["b1", "b2"], vec![]];
        assert_eq!(
            mingled(lists.into_iter()),
            ["a1", "b1", "a2", "a3", "b2", "a4"]
        );
    }

    #[test]
    fn the_expected_verdict_and_no_other_is_accepted() {
        assert_eq!(complaint(Expected::Is(Verdict::Race), Verdict::Race), None);
        let said = complaint(Expected::Is(Verdict::Race), Verdict::Serial).unwrap();
        assert!(
            said.contains("expected race") && said.ends_with("got serial in counter::one: said"),
            "{said}"
        );
        assert!(complaint(Expected::Is(Verdict::Solved), Verdict::Leak).is_some());
        assert!(complaint(Expected::Unknown, Verdict::Race).is_some());
    }

    #[test]
    fn a_starter_is_unsolved_and_ends() {
        assert_eq!(complaint(Expected::Starter, Verdict::NotStarted), None);
        assert_eq!(complaint(Expected::Starter, Verdict::Race), None);
        for verdict in [
            Verdict::Solved,
            Verdict::DoesNotCompile,
            Verdict::Crashed,
            Verdict::TimedOut,
        ] {
            assert!(complaint(Expected::Starter, verdict).is_some(), "{verdict}");
        }
    }
}
