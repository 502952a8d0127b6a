//! `cargo xtask solution`: earned by solving, and kept.

use std::fs;

use crate::course::Course;

#[test]
fn a_solution_opens_when_its_exercise_is_solved_and_stays_open() {
    let course = Course::new();
    course
        .run(&["solution", "race"])
        .says(1, &["not solved yet", "cargo xtask hint verdicts/race"]);
    course.solve("race");
    course.run(&["next", "race"]).says(0, &[]);
    let solution = course.read("solutions/verdicts/race.rs");
    course
        .run(&["solution", "race"])
        .says(0, &["solutions/verdicts/race.rs", &solution]);
    fs::write(course.file("race"), "pub fn answer() -> u64 { 0 }\n").unwrap();
    course.run(&["next", "race"]).says(1, &[]);
    course.run(&["solution", "race"]).says(0, &[&solution]);
}

#[test]
fn before_anything_is_solved_there_is_no_solution_to_show() {
    let course = Course::new();
    course
        .run(&["solution"])
        .says(1, &["Nothing is solved yet", "cargo xtask next"]);
}
