//! `results.json`, as Gradescope's autograder takes it.

use serde::Serialize;

use crate::course::{Course, Id};
use crate::finding::Finding;
use crate::grade::record::{Grade, Graded};
use crate::report::grade::class::{UNSANDBOXED, in_order, is_solved};
use crate::report::grade::{mark, text};
use crate::report::words;

/// Students see all of it, at once: the tests that decided are in their own copy of the course.
const VISIBLE: &str = "visible";

#[derive(Serialize)]
struct Results {
    score: f64,
    output: String,
    output_format: &'static str,
    test_output_format: &'static str,
    test_name_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    score: f64,
    max_score: f64,
    status: &'static str,
    name: String,
    number: String,
    output: String,
    tags: [String; 1],
    visibility: &'static str,
}

/// The whole file: the sum after penalties, and a test for each exercise.
///
/// # Errors
/// Never for this data; the serializer's signature has one.
pub(crate) fn json(grade: &Grade, course: &Course) -> serde_json::Result<String> {
    let mut output = Vec::new();
    if grade.unsandboxed {
        output.push(UNSANDBOXED.to_owned());
    }
    if let Some(penalty) = &grade.penalty {
        let off = text::number(penalty.points);
        output.push(format!(
            "Late: {}. {off} points off.",
            text::line(&penalty.why)
        ));
    }
    for ignored in &grade.ignored {
        let (path, why) = (text::line(&ignored.path), text::line(&ignored.why));
        output.push(format!("Not taken: {path} ({why})"));
    }
    let tests = in_order(course, grade).enumerate();
    let results = Results {
        score: grade.points,
        output: text::block(&output.join("\n")),
        output_format: "text",
        test_output_format: "text",
        test_name_format: "text",
        visibility: VISIBLE,
        stdout_visibility: "hidden",
        tests: tests
            .map(|(place, (id, graded))| test(place + 1, id, graded))
            .collect(),
    };
    serde_json::to_string_pretty(&results).map(|text| text + "\n")
}

fn test(number: usize, id: &str, graded: &Graded) -> Test {
    Test {
        score: graded.points,
        max_score: graded.max_points,
        status: if is_solved(graded) {
            "passed"
        } else {
            "failed"
        },
        name: format!("{}: {}", text::line(id), mark::name(graded.verdict)),
        number: number.to_string(),
        output: text::block(&feedback(id, graded)),
        tags: [mark::name(graded.verdict)],
        visibility: VISIBLE,
    }
}

/// What happened, in text: the first finding in full with its schedule, then the names of the others.
pub(crate) fn feedback(id: &str, graded: &Graded) -> String {
    let mut said = vec![mark::meaning(graded.verdict).to_owned()];
    let named = |finding: &Finding| match id.parse::<Id>() {
        Ok(id) => words::test(&id, &finding.test),
        Err(_) => finding.test.clone(),
    };
    for (place, finding) in graded.findings.iter().enumerate() {
        if !finding.test.is_empty() {
            let verdict = words::name(finding.verdict);
            said.push(format!("{} ({verdict})", text::line(&named(finding))));
        }
        if place == 0 {
            let outcomes = finding.outcomes.as_ref();
            let parts = [
                Some(text::clipped(&finding.message, text::LONGEST / 4).into_owned()),
                outcomes.map(|all| format!("all results that can happen: {}", text::line(all))),
                finding
                    .schedule
                    .as_ref()
                    .map(|schedule| format!("\n{schedule}\n")),
            ];
            said.extend(parts.into_iter().flatten());
        }
    }
    said.extend(graded.diagnostics.as_ref().map(|text| format!("\n{text}")));
    said.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;
    use crate::testing::course;

    #[test]
    fn an_ordinary_submission_as_gradescope_takes_it() {
        insta::assert_snapshot!(json(&samples::ada(), &course()).unwrap());
    }

    #[test]
    fn a_hostile_one_is_valid_json_of_bounded_size_without_control_characters() {
        let text = json(&samples::hostile(), &course()).unwrap();
        assert!(text.len() < 100_000);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let output = value["tests"][0]["output"].as_str().unwrap();
        assert!(
            !output.contains(['\u{1b}', '\u{0}', '\u{202e}']),
            "{output}"
        );
        assert!(value["output"].as_str().unwrap().starts_with(UNSANDBOXED));
    }
}
