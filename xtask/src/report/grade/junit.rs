//! JUnit's XML: a suite a submission, a case an exercise. Written piece by piece, so that a class of any size fits.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::course::Course;
use crate::grade::record::{Grade, Graded};
use crate::report::grade::class::{Class, UNSANDBOXED, in_order};
use crate::report::grade::mark::Kind;
use crate::report::grade::{gradescope, mark, text};

/// How many cases of each kind.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    tests: usize,
    skipped: usize,
    failures: usize,
    errors: usize,
}

/// All up to the first suite.
///
/// # Errors
/// Never for text in memory; the writer's signature has one.
pub(crate) fn head(class: &Class) -> anyhow::Result<String> {
    let mut counts = Counts::default();
    for (mark, number) in class.matrix.values().flatten() {
        counts.tests += number;
        match mark::kind(*mark) {
            Kind::Good => {}
            Kind::Open => counts.skipped += number,
            Kind::Bad => counts.failures += number,
            Kind::Grave => counts.errors += number,
        }
    }
    let mut report = Report::new(if class.unsandboxed {
        UNSANDBOXED
    } else {
        "grades"
    });
    report.tests = counts.tests;
    report.skipped = counts.skipped;
    report.failures = counts.failures;
    report.errors = counts.errors;
    let text = report.to_string()?;
    Ok(text[..inside(&text).0].to_owned())
}

/// The suite of one submission.
///
/// # Errors
/// Never for text in memory; the writer's signature has one.
pub(crate) fn suite(grade: &Grade, course: &Course) -> anyhow::Result<String> {
    let mut suite = TestSuite::new(text::line(&grade.id));
    for (id, graded) in in_order(course, grade) {
        let mut case = TestCase::new(text::line(id), status(id, graded));
        case.set_classname(text::line(&grade.id));
        suite.add_test_case(case);
    }
    let mut report = Report::unnamed();
    report.add_test_suite(suite);
    let text = report.to_string()?;
    let (start, end) = inside(&text);
    Ok(text[start..end].to_owned())
}

/// All after the last suite.
pub(crate) const TAIL: &str = "</testsuites>\n";

/// Where the lines of the suites begin and end in a report's text.
fn inside(text: &str) -> (usize, usize) {
    let end = text.rfind(TAIL.trim_end()).unwrap_or(text.len());
    let opened = text.find("<testsuites").unwrap_or(0);
    let start = text[opened..end]
        .find('>')
        .map_or(end, |at| opened + at + 1);
    let line = text[start..].find('\n').map_or(end, |at| start + at + 1);
    (line.min(end), end)
}

fn status(id: &str, graded: &Graded) -> TestCaseStatus {
    let mut status = match mark::kind(graded.verdict) {
        Kind::Good => return TestCaseStatus::success(),
        Kind::Open => TestCaseStatus::skipped(),
        Kind::Bad => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Kind::Grave => TestCaseStatus::non_success(NonSuccessKind::Error),
    };
    let first = graded.findings.first();
    let message = first.map_or(mark::meaning(graded.verdict), |first| &first.message);
    status.set_message(text::line(message.lines().next().unwrap_or_default()));
    status.set_type(mark::name(graded.verdict));
    if mark::kind(graded.verdict) != Kind::Open {
        status.set_description(text::block(&gradescope::feedback(id, graded)));
    }
    status
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;
    use crate::testing::course;

    fn document() -> String {
        let mut text = head(&samples::class()).unwrap();
        for grade in samples::all() {
            text += &suite(&grade, &course()).unwrap();
        }
        text + TAIL
    }

    #[test]
    fn a_class_as_ci_systems_read_it() {
        let text = document();
        let without_the_hostile_one = text.find("<testsuite name=\"ada\"").unwrap();
        insta::assert_snapshot!(&text[without_the_hostile_one..]);
    }

    #[test]
    fn the_pieces_are_one_document_whose_sums_are_right() {
        let report = Report::deserialize_from_str(&document()).unwrap();
        let sum = |of: fn(&TestSuite) -> usize| report.test_suites.iter().map(of).sum::<usize>();
        assert_eq!(report.tests, sum(|suite| suite.tests));
        assert_eq!(report.skipped, sum(|suite| suite.skipped));
        assert_eq!(report.failures, sum(|suite| suite.failures));
        assert_eq!(report.errors, sum(|suite| suite.errors));
        assert_eq!(report.name.unwrap().as_str(), UNSANDBOXED);
        assert_eq!(report.test_suites.len(), 4);
    }

    #[test]
    fn a_hostile_submission_stays_inside_its_own_case() {
        let text = document();
        assert!(!text.contains("<script>"));
        assert!(!text.contains(['\u{1b}', '\u{0}', '\u{202e}', '\r']));
        assert!(text.len() < 200_000);
    }
}
