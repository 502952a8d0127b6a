//! Lessons whose tests start other programs, lessons without a model, and lessons without exercises.

use std::fs;

use crate::course::Course;

const PROGRAM: &str = "exercises/programs/tests/programs";

#[test]
fn an_exercise_whose_tests_start_a_program_is_decided() {
    let course = Course::with_programs();
    for exercise in ["hired", "own"] {
        let unsolved = course.run(&["next", &format!("programs/{exercise}")]);
        unsolved.says(1, &[" wrong result. ", "says hello, not"]);
        course.solve_in("programs", exercise);
        let solved = course.run(&["next", &format!("programs/{exercise}")]);
        solved.says(0, &[" solved. "]);
    }
}

#[test]
fn another_program_decides_the_exercise_anew() {
    let course = Course::with_programs();
    let decided = |code: i32| {
        let run = course.run(&["check", "programs", "--json"]);
        assert_eq!(run.code, Some(code), "{run:?}");
        let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let results = document["results"].as_array().unwrap().clone();
        results.into_iter().map(|result| {
            (
                result["verdict"].as_str().unwrap().to_owned(),
                result["cached"].as_bool().unwrap(),
            )
        })
    };
    course.solve_in("programs", "hired");
    course.solve_in("programs", "own");
    course.solve_in("programs", "alive");
    let all = |verdict: &str, cached| vec![(verdict.to_owned(), cached); 3];
    assert!(decided(0).eq(all("solved", false)));
    assert!(decided(0).eq(all("solved", true)));
    let hand = course.path(&format!("{PROGRAM}/hand.rs"));
    let text = fs::read_to_string(&hand).unwrap();
    fs::write(&hand, text.replace("hello", "good day")).unwrap();
    let [hired, own, _]: [_; 3] = decided(1).collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(hired, ("wrong_result".to_owned(), false));
    assert_eq!(own, ("solved".to_owned(), false));
    fs::write(&hand, text).unwrap();
    let own = course.path(&format!("{PROGRAM}/own.rs"));
    let text = fs::read_to_string(&own).unwrap();
    fs::write(&own, text.replace("print!", "eprint!")).unwrap();
    let verdicts: Vec<_> = decided(1).map(|(verdict, _)| verdict).collect();
    assert_eq!(verdicts, ["solved", "wrong_result", "solved"]);
}

#[test]
fn a_public_name_that_only_the_program_uses_must_stay_too() {
    let course = Course::with_programs();
    let file = course.path("exercises/programs/src/own.rs");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("fn saying", "fn said")).unwrap();
    let run = course.run(&["next", "programs/own"]);
    run.says(
        1,
        &["does not compile", "saying", "must stay as in the starter"],
    );
}

#[test]
fn reset_puts_back_the_exercises_program_and_the_shared_ones_and_no_others() {
    let course = Course::with_programs();
    let [own, hand] = ["own", "hand"].map(|name| course.path(&format!("{PROGRAM}/{name}.rs")));
    let damage = || [&own, &hand].map(|file| fs::write(file, "mine").unwrap());
    damage();
    course
        .run(&["reset", "programs/hired"])
        .says(0, &["hand.rs"]);
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
    damage();
    course
        .run(&["reset", "programs/own"])
        .says(0, &["own.rs", "hand.rs"]);
    assert!(fs::read_to_string(&own).unwrap().contains("saying"));
}

#[test]
fn a_lesson_without_exercises_costs_nothing() {
    let course = Course::with_programs();
    course
        .run(&["list"])
        .says(0, &["programs", "0 of 14 solved"]);
    course.run(&["check", "empty"]).says(0, &["0 of 0 solved"]);
    course
        .run(&["next", "empty"])
        .says(0, &["`empty` has no exercises yet.", "verdicts/solved"]);
    course
        .run(&["reset", "empty"])
        .complains(2, &["is a lesson"]);
    let verify = course.run(&["verify", "--only", "solutions"]);
    verify.says(0, &["14 passed, 0 failed"]);
}
