//! Every verdict, by the exercise that has it.

use crate::course::{Course, LESSON};

/// The exercises of the tiny course in its order; each is named after the verdict on its starter.
const VERDICTS: [&str; 11] = [
    "solved",
    "not_started",
    "does_not_compile",
    "wrong_result",
    "race",
    "deadlock",
    "livelock",
    "serial",
    "leak",
    "timed_out",
    "crashed",
];

#[test]
fn next_gives_every_exercise_its_own_verdict() {
    let course = Course::new();
    for verdict in VERDICTS {
        let run = course.run(&["next", &format!("{LESSON}/{verdict}")]);
        let code = i32::from(verdict != "solved");
        run.says(code, &[&format!(" {}. ", verdict.replace('_', " "))]);
        assert_eq!(
            course.listed(verdict)["verdict"],
            kept(verdict),
            "{verdict}"
        );
    }
}

/// What died or was killed may owe it to the machine, so it is not known before it is decided again.
fn kept(verdict: &str) -> serde_json::Value {
    match verdict {
        "timed_out" | "crashed" => serde_json::Value::Null,
        known => known.into(),
    }
}

#[test]
fn a_learner_walks_from_the_first_exercise_to_the_last() {
    let course = Course::new();
    for (number, exercise) in VERDICTS.iter().enumerate() {
        course.solve(exercise);
        let run = course.run(&["next"]);
        let solved = format!("{} of {} solved", number + 1, VERDICTS.len());
        let idea = format!("The idea of {exercise}.");
        run.says(
            0,
            &[&solved, &idea, &format!("solutions/{LESSON}/{exercise}.rs")],
        );
        if let Some(following) = VERDICTS.get(number + 1) {
            run.says(0, &[&format!("({LESSON}/{following}, about 5 min)")]);
        }
    }
    course
        .run(&["next"])
        .says(0, &["Every exercise is solved."]);
}
