//! Claims about `report/list`.

use super::*;
use crate::testing::course;

fn rows(course: &Course) -> Vec<Row<'_>> {
    let verdicts = [Some(Verdict::Solved), Some(Verdict::Race), None, None];
    let rows = course.exercises().zip(verdicts);
    rows.map(|(exercise, verdict)| Row { exercise, verdict })
        .collect()
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn the_first_unsolved_exercise_is_marked() {
    let course = course();
    let text = table(Page::new(60, true), &course, &rows(&course));
    insta::assert_snapshot!(plain(&text));
}

#[test]
fn a_narrow_terminal_without_unicode_shows_the_same() {
    let course = course();
    let text = table(Page::new(20, false), &course, &rows(&course));
    insta::assert_snapshot!(plain(&text));
}

#[test]
fn json_names_every_exercise_its_state_and_its_verdict() {
    let course = course();
    let text = json(&rows(&course)).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let lines = value["exercises"].as_array().unwrap();
    assert_eq!(lines.len(), 4);
    assert_eq!(
        lines[1],
        serde_json::json!({"id": "locks/bounded_buffer", "lesson": "locks", "name": "bounded_buffer",
            "minutes": 10, "state": "pending", "verdict": "race"})
    );
    assert_eq!(lines[0]["state"], "solved");
    assert_eq!(lines[2]["verdict"], serde_json::Value::Null);
}
