//! Files that are no exercise: each with a clear message, and none is touched.

use std::fs;

use crate::course::{Course, Run};

fn decided(write: impl Fn(&std::path::Path)) -> (Course, Run) {
    let course = Course::new();
    write(&course.file("race"));
    let run = course.run(&["next", "race"]);
    (course, run)
}

#[test]
fn a_missing_file_is_named_with_the_way_to_get_it_back() {
    let (course, run) = decided(|file| fs::remove_file(file).unwrap());
    run.says(
        1,
        &[
            "exercises/verdicts/src/race.rs",
            "cargo xtask reset verdicts/race",
        ],
    );
    course.run(&["reset", "race"]).says(0, &["it was missing"]);
    assert!(course.file("race").is_file());
}

#[test]
fn an_empty_file_gets_a_verdict() {
    let (course, run) = decided(|file| fs::write(file, "").unwrap());
    run.says(1, &["does not compile"]);
    assert_eq!(fs::read(course.file("race")).unwrap(), b"");
}

#[test]
fn a_file_that_is_not_utf_8_gets_a_verdict_and_is_not_touched() {
    let (course, run) = decided(|file| fs::write(file, [b'/', b'/', 0xff]).unwrap());
    run.says(1, &["UTF-8"]);
    assert_eq!(fs::read(course.file("race")).unwrap(), [b'/', b'/', 0xff]);
}

#[test]
fn a_huge_file_gets_a_verdict_and_is_not_touched() {
    let huge = "//\n".repeat(700_000);
    let (course, run) = decided(|file| fs::write(file, &huge).unwrap());
    run.says(1, &["does not compile"]);
    assert_eq!(
        fs::metadata(course.file("race")).unwrap().len(),
        huge.len() as u64
    );
}

#[test]
fn a_folder_in_the_place_of_the_file_is_named() {
    let (_course, run) = decided(|file| {
        fs::remove_file(file).unwrap();
        fs::create_dir(file).unwrap();
    });
    let said = format!("{}{}", run.out, run.err);
    assert!(said.contains("race.rs"), "{run:#?}");
    assert_ne!(run.code, Some(0));
}
