//! Many decisions: a line each, and as JSON.

use serde::Serialize;

use crate::course::Id;
use crate::decide::Decision;
use crate::finding::Finding;
use crate::report::page::Page;
use crate::report::style::{BAD, FAINT, GOOD, paint};
use crate::report::words;
use crate::verdict::Verdict;

/// A decision and whose it is.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The exercise.
    pub(crate) id: Id,
    /// What was decided.
    pub(crate) decision: Decision,
}

impl Checked {
    /// Whether every claim holds.
    pub(crate) fn is_solved(&self) -> bool {
        self.decision.verdict == Verdict::Solved
    }
}

/// The verdict, the exercise, and for what is begun and not solved the first line of its finding.
pub(crate) fn line(page: &Page, id: &Id, decision: &Decision) -> String {
    let mut line = Page::new(page.width(), page.unicode());
    let style = match decision.verdict {
        Verdict::Solved => GOOD,
        Verdict::NotStarted => FAINT,
        _ => BAD,
    };
    let verdict = paint(style, words::name(decision.verdict));
    let mut text = id.to_string();
    if !matches!(decision.verdict, Verdict::Solved | Verdict::NotStarted)
        && let Some(finding) = decision.findings.first()
    {
        text += &format!(": {}", finding.message.lines().next().unwrap_or_default());
    }
    line.row(&verdict, "does not compile".len(), &text);
    line.finish()
}

/// How many are solved.
pub(crate) fn sum(results: &[Checked]) -> String {
    let solved = results.iter().filter(|result| result.is_solved()).count();
    format!("{solved} of {} solved\n", results.len())
}

/// `{"results":[{"id","verdict","findings":[{"test","claim","verdict","message"}],"seconds","cached"}]}`; a finding
/// also has `outcomes` and `schedule` where there are some.
///
/// # Errors
/// Never for this data; the serializer's signature has one.
pub(crate) fn json(results: &[Checked]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Document<'a> {
        results: Vec<Line<'a>>,
    }
    #[derive(Serialize)]
    struct Line<'a> {
        id: String,
        verdict: Verdict,
        findings: &'a [Finding],
        seconds: f64,
        cached: bool,
    }
    let results = results
        .iter()
        .map(|Checked { id, decision }| Line {
            id: id.to_string(),
            verdict: decision.verdict,
            findings: &decision.findings,
            seconds: (decision.seconds * 1000.0).round() / 1000.0,
            cached: decision.cached,
        })
        .collect();
    serde_json::to_string(&Document { results }).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{decision, finding};

    fn checked(verdict: Verdict, findings: Vec<Finding>) -> Checked {
        Checked {
            id: "locks/counter".parse().unwrap(),
            decision: decision(verdict, findings),
        }
    }

    #[test]
    fn an_unsolved_exercise_is_told_with_the_first_line_of_its_finding() {
        let race = checked(
            Verdict::Race,
            vec![finding("one", Verdict::Race, "an update is lost\nand more")],
        );
        let text = line(&Page::new(80, true), &race.id, &race.decision);
        let text = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(
            text,
            "  race              locks/counter: an update is lost\n"
        );
    }

    #[test]
    fn the_json_has_the_documented_shape() {
        let race = checked(Verdict::Race, vec![finding("one", Verdict::Race, "lost")]);
        insta::assert_snapshot!(json(&[race]).unwrap(), @r#"{"results":[{"id":"locks/counter","verdict":"race","findings":[{"test":"counter::one","claim":"every_interleaving","verdict":"race","message":"lost"}],"seconds":0.25,"cached":false}]}"#);
    }

    #[test]
    fn the_sum_counts_the_solved_ones() {
        let results = [
            checked(Verdict::Solved, vec![]),
            checked(Verdict::Race, vec![]),
        ];
        assert_eq!(sum(&results), "1 of 2 solved\n");
    }
}
