//! `grade`: a class over the tiny course. What a submission does to the grader, it gets told.

mod asking;
mod earning;
mod forging;
mod going_on;
mod naming;
mod sharing;

pub(crate) use crate::class::Class;
use crate::course::LESSON;

#[test]
fn every_exercise_gets_its_own_verdict_and_what_was_not_handed_in_is_not_started() {
    let class = Class::new();
    class
        .solves("ada", "solved")
        .solves("ada", "race")
        .hands_in("ada", "crashed", "pub fn answer( {");
    let starter = class
        .course
        .read(&format!("exercises/{LESSON}/src/race.rs"));
    class.hands_in("ben", "race", &starter);
    let racy = starter.replace("TODO", "DONE");
    class.hands_in("cyd", "race", &racy);
    class
        .grade("out", &[])
        .says(0, &["graded without a sandbox", "3 submissions graded"]);
    for (student, exercise, verdict) in [
        ("ada", "solved", "solved"),
        ("ada", "race", "solved"),
        ("ada", "crashed", "does_not_compile"),
        ("ada", "leak", "not_started"),
        ("ben", "race", "not_started"),
        ("cyd", "race", "race"),
    ] {
        assert_eq!(
            class.verdict("out", student, exercise),
            verdict,
            "{student} {exercise}"
        );
    }
    let grades = class.grades("out");
    assert_eq!(grades["ada"]["exercises"].as_object().unwrap().len(), 11);
    let racy = &grades["cyd"]["exercises"][format!("{LESSON}/race")];
    let schedule = racy["findings"][0]["schedule"].as_str().unwrap();
    assert!(schedule.contains("let before = count.load"), "{schedule}");
    assert_eq!(
        racy["findings"][0]["place"],
        format!("exercises/{LESSON}/src/race.rs:13")
    );
}

#[test]
fn a_file_that_says_the_same_is_decided_the_same_whoever_hands_it_in_beside_whatever() {
    let class = Class::new();
    let racy = class
        .course
        .read(&format!("exercises/{LESSON}/src/race.rs"))
        + "// mine\n";
    for student in ["ada", "ben", "cyd"] {
        class.hands_in(student, "race", &racy);
    }
    class.solves("ben", "leak").hands_in("cyd", "leak", "fn");
    class.grade("out", &[]).says(0, &["3 submissions"]);
    let grades = class.grades("out");
    let of = |student: &str| grades[student]["exercises"][format!("{LESSON}/race")].clone();
    assert_eq!(of("ada")["verdict"], "race");
    assert_eq!(of("ada"), of("ben"));
    assert_eq!(of("ada"), of("cyd"));
}
