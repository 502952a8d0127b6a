//! What cargo is called for in each step.

use super::cargo::{Call, EXPLORER};
use crate::cli::Step;
use crate::course::Course;

/// What to do when tests of these fail.
const EXPLORER_ADVICE: &str = "mend the explorer, or the test if it claims too much";
const LESSON_ADVICE: &str = "mend the solution, or the test if it claims too much";
const RUNNER_ADVICE: &str = "mend the runner, or the test if it claims too much";
const GRADER_ADVICE: &str = "mend the grader, or line 1 of the submission if it claims too much";
const PAGES_ADVICE: &str = "mend the page, or the test if it claims too much";
const LEAN_ADVICE: &str =
    "mend what clippy names; what only the grader uses stands under `#[cfg(feature = \"grader\")]`";
const CLIPPY_ADVICE: &str = "mend what clippy names, or allow it there with a reason";

/// The calls of a step; none for a step that cargo has no part in.
pub(crate) fn calls(step: Step, course: &Course) -> Vec<Call> {
    match step {
        Step::Format => vec![Call::new(
            "fmt --all --check -- -l",
            "run `cargo fmt --all`",
        )],
        Step::Clippy => clippy(course),
        Step::Docs => {
            let call = Call::new("doc --workspace --no-deps", "mend what rustdoc names");
            vec![call.with("RUSTDOCFLAGS", "-Dwarnings")]
        }
        Step::Explorer => {
            let packages = EXPLORER
                .map(|package| format!(" --package {package}"))
                .concat();
            vec![Call::new(
                &format!("test --no-fail-fast{packages}"),
                EXPLORER_ADVICE,
            )]
        }
        Step::Lessons => {
            let test =
                |lesson| format!("test --no-fail-fast --package {lesson} --features solution");
            lessons(course)
                .map(|lesson| Call::new(&test(lesson), LESSON_ADVICE))
                .collect()
        }
        Step::Runner => vec![
            Call::new("test --no-fail-fast --package launcher", RUNNER_ADVICE),
            Call::new(
                "test --no-fail-fast --package xtask --bins --test cli",
                RUNNER_ADVICE,
            ),
        ],
        Step::Pages => vec![Call::new(
            "test --no-fail-fast --package xtask --test pages",
            PAGES_ADVICE,
        )],
        Step::Hostile => vec![Call::new(
            "test --no-fail-fast --package xtask --test hostile",
            GRADER_ADVICE,
        )],
        Step::Rules | Step::Solutions | Step::Starters | Step::Submissions | Step::Python => {
            Vec::new()
        }
    }
}

/// Once as learners find it, once with the solutions in place, and the runner that learners build.
fn clippy(course: &Course) -> Vec<Call> {
    let solutions: String = lessons(course)
        .map(|lesson| format!(" --package {lesson} --features {lesson}/solution"))
        .collect();
    vec![
        Call::new(
            "clippy --workspace --all-targets -- -Dwarnings",
            CLIPPY_ADVICE,
        ),
        Call::new(
            &format!("clippy{solutions} --all-targets -- -Dwarnings"),
            CLIPPY_ADVICE,
        ),
        Call::new(
            "clippy --package xtask --no-default-features -- -Dwarnings",
            LEAN_ADVICE,
        ),
    ]
}

fn lessons(course: &Course) -> impl Iterator<Item = &str> {
    course.lessons.iter().map(|lesson| lesson.name.as_str())
}
