//! `cargo xtask reset`: without git, and without losing anything.

use std::fs;

use crate::course::Course;

#[test]
fn the_starter_comes_back_and_the_learners_file_is_kept() {
    let course = Course::new();
    let starter = fs::read_to_string(course.file("race")).unwrap();
    fs::write(course.file("race"), "mine").unwrap();
    let run = course.run(&["reset", "race"]);
    run.says(
        0,
        &[
            "verdicts/race is back at its start.",
            "exercises/verdicts/src/race.rs",
        ],
    );
    assert_eq!(fs::read_to_string(course.file("race")).unwrap(), starter);
    let copy = ".progress/replaced/verdicts/race/1/verdicts/src/race.rs";
    run.says(0, &[copy]);
    assert_eq!(course.read(copy), "mine");
}

#[test]
fn no_copy_ever_replaces_another() {
    let course = Course::new();
    for (number, text) in ["one", "two", "three"].iter().enumerate() {
        fs::write(course.file("race"), text).unwrap();
        course.run(&["reset", "race"]).says(0, &[]);
        let folder = format!(".progress/replaced/verdicts/race/{}", number + 1);
        assert_eq!(
            course.read(&format!("{folder}/verdicts/src/race.rs")),
            *text
        );
    }
}

#[test]
fn an_untouched_exercise_is_left_alone() {
    let course = Course::new();
    course
        .run(&["reset", "race"])
        .says(0, &["is as it was at the start"]);
    assert!(!course.path(".progress/replaced").exists());
}

#[test]
fn a_file_that_is_no_text_is_kept_byte_by_byte() {
    let course = Course::new();
    fs::write(course.file("race"), [0xff, 0xfe, 0x00]).unwrap();
    course.run(&["reset", "race"]).says(0, &[]);
    let copy = course.path(".progress/replaced/verdicts/race/1/verdicts/src/race.rs");
    assert_eq!(fs::read(copy).unwrap(), [0xff, 0xfe, 0x00]);
}

#[test]
fn a_deleted_and_a_changed_test_are_told_by_next_and_brought_back() {
    let course = Course::new();
    let own = "exercises/verdicts/tests/lesson/solved.rs";
    let shared = "exercises/verdicts/tests/lesson/main.rs";
    let (own_text, shared_text) = (course.read(own), course.read(shared));
    fs::write(course.path(own), own_text.replace("== 42", "== answered")).unwrap();
    fs::remove_file(course.path(shared)).unwrap();
    let run = course.run(&["next", "solved"]);
    let said = format!("{}{}", run.out, run.err);
    assert!(
        said.contains("cargo xtask reset verdicts/solved"),
        "{run:#?}"
    );
    course
        .run(&["reset", "solved"])
        .says(0, &["it was missing"]);
    assert_eq!(
        (course.read(own), course.read(shared)),
        (own_text, shared_text)
    );
    course.run(&["next", "solved"]).says(0, &[]);
}

#[test]
fn a_course_that_cannot_be_read_says_how_to_mend_it_and_is_mended() {
    let course = Course::new();
    fs::write(course.path("exercises/verdicts/lesson.toml"), "title = ").unwrap();
    course
        .run(&["next"])
        .complains(3, &["lesson.toml", "cargo xtask reset ID"]);
    course
        .run(&["reset", "race"])
        .complains(0, &["lesson.toml is put back"]);
    fs::remove_file(course.path("exercises/verdicts/lesson.toml")).unwrap();
    course
        .run(&["reset", "race"])
        .complains(0, &["was missing and is put back"]);
    course.run(&["list"]).says(0, &["race"]);
}

#[test]
fn a_solved_exercise_is_not_packed_as_a_starter() {
    let course = Course::new();
    course.solve("race");
    course
        .run(&["pack"])
        .complains(3, &["src/race.rs has no TODO", "cargo xtask reset"]);
}
