//! One finding, in full or in a line.

use crate::course::Id;
use crate::finding::Finding;
use crate::report::page::Page;
use crate::report::style::{BAD, FAINT, STRONG, paint};
use crate::report::words;

/// A message may carry a whole output; this much of it is read.
const LINES: usize = 40;

/// The test, what happened, and all results.
pub(crate) fn full(page: &mut Page, id: &Id, finding: &Finding) {
    if !finding.test.is_empty() {
        let kind = finding
            .claim
            .map_or_else(String::new, |claim| format!(" ({})", words::claim(claim)));
        let name = paint(STRONG, words::test(id, &finding.test));
        page.paragraph(&format!("{name}{}", paint(FAINT, kind)));
    }
    page.indented(&clipped(&finding.message, LINES));
    if let Some(outcomes) = &finding.outcomes
        && !finding.message.contains(outcomes.as_str())
    {
        page.indented(&format!("All results: {outcomes}"));
    }
}

/// The verdict and the test, for those after the first.
pub(crate) fn line(page: &mut Page, id: &Id, finding: &Finding) {
    let verdict = paint(BAD, words::name(finding.verdict));
    let test = words::test(id, &finding.test);
    page.row(&verdict, "does not compile".len(), &test);
}

/// The first `limit` lines, and how many more there are.
pub(crate) fn clipped(text: &str, limit: usize) -> String {
    let total = text.lines().count();
    if total <= limit {
        return text.to_owned();
    }
    let mut kept: Vec<&str> = text.lines().take(limit).collect();
    let rest = format!("({} more)", total - limit);
    kept.push(&rest);
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_clipped_and_says_how_much_is_missing() {
        assert_eq!(clipped("a\nb\nc", 2), "a\nb\n(1 more)");
        assert_eq!(clipped("a\nb", 2), "a\nb");
    }
}
