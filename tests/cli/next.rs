//! `cargo xtask next`: what it shows, and what it need not do again.

use std::fs;

use crate::course::Course;

#[test]
fn a_race_is_shown_with_its_results_its_schedule_and_the_next_command() {
    let course = Course::new();
    let run = course.run(&["next", "race"]);
    run.says(
        1,
        &[
            "no addition is lost (over every interleaving)",
            "{1, 2}",
            "exercises/verdicts/src/race.rs:",
            "14 count.store(before + 1, ",
            "cargo xtask hint verdicts/race  (hint 2 of 3 fits this)",
            "cargo xtask reset verdicts/race",
        ],
    );
}

#[test]
fn the_verdict_and_what_to_do_are_the_last_lines() {
    let course = Course::new();
    let out = course.run(&["next", "race"]).out;
    let at = |text: &str| {
        out.find(text)
            .unwrap_or_else(|| panic!("no `{text}` in {out}"))
    };
    assert!(at("step by step") < at("✗ race."), "{out}");
    assert!(at("✗ race.") < at("What to do next"), "{out}");
    let last = out
        .lines()
        .rev()
        .take_while(|line| !line.contains("✗ race."));
    assert!(last.count() < 20, "{out}");
}

#[test]
fn the_place_to_edit_is_the_line_after_which_another_thread_came_between() {
    let course = Course::new();
    let text = fs::read_to_string(course.file("race")).unwrap();
    let read = text.lines().position(|line| line.contains(".load("));
    let place = format!("src/race.rs:{}\n", read.unwrap() + 1);
    course.run(&["next", "race"]).says(1, &[&place]);
}

#[test]
fn a_starter_shows_the_way_that_lies_ahead() {
    let course = Course::new();
    let run = course.run(&["next", "not_started"]);
    run.says(
        1,
        &[
            "the answer is 42 (by value)",
            "exercises/verdicts/src/not_started.rs:",
        ],
    );
    assert!(!run.out.contains("not yet implemented"), "{}", run.out);
}

#[test]
fn a_syntax_error_is_rustcs_own_message_once() {
    let course = Course::new();
    fs::write(course.file("race"), "pub fn answer() -> u64 { 1 + }\n").unwrap();
    let run = course.run(&["next", "race"]);
    run.says(
        1,
        &["does not compile", "--> exercises/verdicts/src/race.rs:1:"],
    );
    assert_eq!(
        run.out.matches("error: expected expression").count(),
        1,
        "{}",
        run.out
    );
}

#[test]
fn a_name_that_the_tests_miss_is_told_once_and_with_what_to_keep() {
    let course = Course::new();
    fs::write(course.file("race"), "pub fn reply() -> u64 {\n    2\n}\n").unwrap();
    let run = course.run(&["next", "race"]);
    run.says(1, &["must stay as in the starter"]);
    assert_eq!(run.out.matches("error[").count(), 1, "{}", run.out);
}

#[test]
fn another_exercise_that_does_not_compile_costs_this_one_nothing() {
    let course = Course::new();
    fs::write(course.file("race"), "this is no Rust").unwrap();
    course
        .run(&["next", "solved"])
        .says(0, &["The idea of solved."]);
}

#[test]
fn what_was_decided_is_shown_again_without_building_anything() {
    let course = Course::new();
    let first = course.run(&["next", "race"]);
    assert!(first.err.contains("verdicts/race: compiling"), "{first:#?}");
    let second = course.run(&["next", "race"]);
    assert_eq!((second.err.as_str(), &second.out), ("", &first.out));
}

#[test]
fn an_edited_exercise_is_decided_again() {
    let course = Course::new();
    course.solve("wrong_result");
    course.run(&["next", "wrong_result"]).says(0, &[]);
    let text = fs::read_to_string(course.file("wrong_result")).unwrap();
    fs::write(course.file("wrong_result"), text.replace("42", "43")).unwrap();
    assert_eq!(course.listed("wrong_result")["state"], "pending");
    course
        .run(&["next", "wrong_result"])
        .says(1, &["the answer is 42, not 43"]);
}

#[test]
fn exercises_that_are_solved_already_are_passed_by_in_one_run() {
    let course = Course::new();
    course.solve("not_started");
    course.solve("does_not_compile");
    fs::write(
        course.file("wrong_result"),
        "pub fn answer() -> u64 {\n    7\n}\n",
    )
    .unwrap();
    course.run(&["next"]).says(
        1,
        &[
            "verdicts/not_started is solved too.",
            "wrong result",
            "the answer is 42, not 7",
        ],
    );
}

#[test]
fn a_lesson_stands_for_its_first_unsolved_exercise() {
    let course = Course::new();
    course.run(&["next", "solved"]).says(0, &[]);
    course
        .run(&["next", "verdicts"])
        .says(1, &["verdicts/not_started"]);
}

#[test]
fn a_name_that_does_not_exist_is_a_wrong_command_line() {
    let course = Course::new();
    let run = course.run(&["next", "rase"]);
    run.complains(
        2,
        &[
            "no exercise or lesson is named `rase`",
            "did you mean `verdicts/race`?",
        ],
    );
    course.run(&["nxt"]).complains(2, &["next"]);
}
