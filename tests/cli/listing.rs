//! `cargo xtask list`.

use crate::course::Course;

#[test]
fn json_has_the_documented_fields_and_no_other() {
    let course = Course::new();
    let line = course.listed("race");
    assert_eq!(
        line,
        serde_json::json!({"id": "verdicts/race", "lesson": "verdicts", "name": "race", "minutes": 5,
            "state": "pending", "verdict": null})
    );
}

#[test]
fn what_was_decided_is_listed_with_its_verdict() {
    let course = Course::new();
    course.run(&["next", "solved"]).says(0, &[]);
    course.run(&["next", "race"]).says(1, &[]);
    assert_eq!(course.listed("solved")["state"], "solved");
    assert_eq!(course.listed("race")["verdict"], "race");
    course
        .run(&["list"])
        .says(0, &["1 of 11 solved", "✓ solved", "› not_started"]);
}
