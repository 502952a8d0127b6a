//! `cargo xtask bench grade`, over a tiny class. Whatever it costs, every file gets its verdict, and nothing is left.

use std::fs;

use crate::course::{Course, LESSON, Run};

fn bench(course: &Course, arguments: &[&str]) -> Run {
    let mut command = course.command(&["bench", "grade", "--no-sandbox"]);
    // Waits that only programs without an end use up.
    command.args(arguments).env("HARNESS_PATIENCE", "2");
    Run::from(command.output().unwrap())
}

#[test]
fn a_generated_class_is_graded_and_a_verdict_that_had_to_be_another_is_named() {
    let course = Course::new();
    let undone = |exercise: &str| {
        let starter = course.read(&format!("exercises/{LESSON}/src/{exercise}.rs"));
        starter.replace("TODO", "DONE")
    };
    let wrong = course.path(&format!("tests/submissions/wrong/{LESSON}/race"));
    fs::create_dir_all(&wrong).unwrap();
    let racy = format!("//! verdict: race\n{}", undone("race"));
    fs::write(wrong.join("racy.rs"), racy).unwrap();
    let no_solution = course.path(&format!("solutions/{LESSON}/leak.rs"));
    fs::write(no_solution, undone("leak")).unwrap();
    let run = bench(&course, &["--submissions", "3", "--naive", "0", "--unlike"]);
    run.says(
        1,
        &[
            ", without a sandbox",
            "3 submissions (seed 1, 30 s for a test)",
            "no two alike",
            "rustc     tests   sandbox      rest",
            "not what they must be:",
            "verdicts/leak: leak, and not solved",
            "Within 30 % of rustc's own time: ",
        ],
    );
    let others = run.out.lines().filter(|line| line.contains(", and not "));
    assert_eq!(
        others.filter(|line| !line.contains("/leak: ")).count(),
        0,
        "{run:#?}"
    );
}

#[test]
fn more_than_there_are_cannot_go_through_the_loop() {
    let run = bench(&Course::new(), &["--submissions", "2", "--naive", "3"]);
    run.complains(
        2,
        &["--naive 3 is more than the 2 that --submissions makes"],
    );
    for wrong in [
        ["--submissions", "0"],
        ["--timeout", "0"],
        ["--unlike=yes", "--jobs"],
    ] {
        assert_eq!(bench(&Course::new(), &wrong).code, Some(2));
    }
}
