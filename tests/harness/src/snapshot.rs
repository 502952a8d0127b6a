//! Reports compared with snapshots.

use crate::{Finding, Verdict, fail};
use similar::{ChangeTag, TextDiff};

/// Compares a report with its snapshot, as `insta::assert_snapshot!` does, but fails with a finding that shows the
/// difference to the learner. The expected text stands in the test: `assert_snapshot!(report, @"…")`.
#[macro_export]
macro_rules! assert_snapshot {
    ($actual:expr, @$expected:literal) => {{
        let actual = ::std::string::ToString::to_string(&$actual);
        $crate::compare_snapshot(&actual, $expected);
        // Equal here means equal there; the macro is what keeps `cargo insta review` at work for authors.
        $crate::insta::assert_snapshot!(actual, @$expected);
    }};
}

/// # Panics
///
/// With the verdict `wrong_result` when the two differ beyond indentation, and outside of an author's review.
pub fn compare_snapshot(actual: &str, expected: &str) {
    let (actual, expected) = (plain(actual), plain(expected));
    let reviewing = std::env::var("INSTA_UPDATE").is_ok_and(|mode| mode != "no");
    if actual != expected && !reviewing {
        let difference = difference(&expected, &actual);
        fail(Finding::new(
            Verdict::WrongResult,
            format!("the report is not the one asked for (- expected, + yours):\n{difference}"),
        ));
    }
}

/// Without the indentation and the empty lines around that an inline snapshot has.
fn plain(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines = || text.lines().skip_while(|line| line.trim().is_empty());
    let margin = lines()
        .filter(|line| !line.trim().is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    let cut: Vec<&str> = lines()
        .map(|line| line.get(margin..).unwrap_or("").trim_end())
        .collect();
    cut.join("\n").trim_end().to_string()
}

fn difference(expected: &str, actual: &str) -> String {
    let diff = TextDiff::from_lines(expected, actual);
    diff.iter_all_changes()
        .map(|change| {
            let sign = match change.tag() {
                ChangeTag::Delete => "- ",
                ChangeTag::Insert => "+ ",
                ChangeTag::Equal => "  ",
            };
            format!("  {sign}{}\n", change.value().trim_end())
        })
        .collect()
}
