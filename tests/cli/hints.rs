//! `cargo xtask hint`: three steps, and the finding picks the first.

use crate::course::Course;

#[test]
fn without_a_finding_the_hints_come_in_their_order_and_then_all_together() {
    let course = Course::new();
    for hint in ["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3"] {
        let run = course.run(&["hint", "race"]);
        run.says(0, &[hint]);
        assert_eq!(run.out.matches("Hint ").count(), 1, "{}", run.out);
    }
    course
        .run(&["hint", "race"])
        .says(0, &["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3"]);
}

#[test]
fn the_verdict_picks_the_first_hint() {
    let course = Course::new();
    course
        .run(&["next", "deadlock"])
        .says(1, &["hint 3 of 3 fits this"]);
    course
        .run(&["hint", "deadlock"])
        .says(0, &["Hint 3 of 3", "The outline of deadlock."]);
    course
        .run(&["next", "deadlock"])
        .says(1, &["(hint 1 of 3)"]);
}

#[test]
fn the_failing_tests_name_picks_the_first_hint_too() {
    let course = Course::new();
    course
        .run(&["next", "serial"])
        .says(1, &["hint 2 of 3 fits this"]);
}

#[test]
fn without_a_name_the_hint_is_for_the_first_unsolved_exercise() {
    let course = Course::new();
    course.run(&["hint"]).says(0, &["The question of solved."]);
    course.run(&["next"]).says(0, &[]);
    course
        .run(&["hint"])
        .says(0, &["The question of not_started."]);
}
