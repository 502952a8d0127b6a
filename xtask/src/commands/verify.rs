//! `cargo xtask verify`: everything that must hold of the workspace; what CI runs.

use crate::cli::{Step, Verify};
use crate::course::Course;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::rules;
use crate::terminal::Terminal;
use crate::verify::cargo::{Call, EXPLORER};
use crate::verify::decisions;
use crate::verify::ledger::Ledger;

/// All steps, those that fail soonest first.
const STEPS: [Step; 10] = [
    Step::Rules,
    Step::Format,
    Step::Clippy,
    Step::Docs,
    Step::Explorer,
    Step::Lessons,
    Step::Solutions,
    Step::Starters,
    Step::Submissions,
    Step::Runner,
];

/// Does the steps, tells failures as they come, and counts at the end.
///
/// # Errors
/// When a step cannot be done: no cargo, no space.
pub(crate) fn run(course: &Course, verify: &Verify, terminal: &Terminal) -> anyhow::Result<Exit> {
    let judge = Judge::of(course)?;
    let mut ledger = Ledger::new(terminal, verify.json);
    for step in STEPS {
        if verify.only.is_empty() || verify.only.contains(&step) {
            take(step, course, &judge, verify.repeat, &mut ledger)?;
        }
    }
    ledger.end()?;
    Ok(if ledger.is_clean() {
        Exit::Solved
    } else {
        Exit::NotSolved
    })
}

fn take(
    step: Step,
    course: &Course,
    judge: &Judge<'_>,
    times: u32,
    ledger: &mut Ledger<'_>,
) -> anyhow::Result<()> {
    let decide = |ledger: &mut Ledger<'_>, what: &str, cases: Vec<decisions::Case<'_>>, times| {
        ledger.step(what, |ledger| {
            decisions::run(judge, &cases, times, ledger);
            Ok(())
        })
    };
    match step {
        Step::Rules => ledger.step("the rules of the repository", |ledger| {
            keep_rules(course, ledger);
            Ok(())
        }),
        Step::Solutions => decide(
            ledger,
            "every solution is solved",
            decisions::solutions(course),
            1,
        ),
        Step::Starters => decide(
            ledger,
            "no starter is solved",
            decisions::starters(course),
            1,
        ),
        Step::Submissions => {
            let what =
                "every right submission is solved, every wrong one gets the verdict of its line 1";
            let what = if times > 1 {
                format!("{what}, {times} times")
            } else {
                what.to_owned()
            };
            decide(ledger, &what, decisions::submissions(course), times)
        }
        _ => calls(step, course)
            .iter()
            .try_for_each(|call| call.run(course, judge.tools(), ledger)),
    }
}

fn keep_rules(course: &Course, ledger: &mut Ledger<'_>) {
    for rule in rules::ALL {
        let broken = (rule.check)(course);
        if broken.is_empty() {
            ledger.pass(1);
        }
        for place in broken {
            ledger.fail(
                &place.path,
                &format!("{}\nthe rule: {}", place.what, rule.name),
            );
        }
    }
}

fn calls(step: Step, course: &Course) -> Vec<Call> {
    let lessons = || course.lessons.iter().map(|lesson| lesson.name.as_str());
    match step {
        Step::Format => vec![Call::new("fmt --all --check", "run `cargo fmt --all`")],
        Step::Clippy => {
            let advice = "mend what clippy names, or allow it there with a reason";
            let solutions: String = lessons()
                .map(|lesson| format!(" --package {lesson} --features {lesson}/solution"))
                .collect();
            vec![
                Call::new("clippy --workspace --all-targets -- -Dwarnings", advice),
                Call::new(
                    &format!("clippy{solutions} --all-targets -- -Dwarnings"),
                    advice,
                ),
            ]
        }
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
                "mend the explorer, or the test if it claims too much",
            )]
        }
        Step::Lessons => lessons()
            .map(|lesson| {
                let arguments =
                    format!("test --no-fail-fast --package {lesson} --features solution");
                Call::new(
                    &arguments,
                    "mend the solution, or the test if it claims too much",
                )
            })
            .collect(),
        Step::Runner => vec![Call::new(
            "test --no-fail-fast --package xtask",
            "mend the runner, or the test if it claims too much",
        )],
        Step::Rules | Step::Solutions | Step::Starters | Step::Submissions => Vec::new(),
    }
}
