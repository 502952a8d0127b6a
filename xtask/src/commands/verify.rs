//! `cargo xtask verify`: everything that must hold of the workspace; what CI runs.

use crate::cli::{Step, Verify};
use crate::course::Course;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::rules;
use crate::terminal::Terminal;
use crate::verify::ledger::Ledger;
use crate::verify::{decisions, steps};

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

const SUBMISSIONS: &str =
    "every right submission is solved, every wrong one gets the verdict of its line 1";

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
    let (what, cases, times) = match step {
        Step::Rules => {
            return ledger.step("the rules of the repository", |ledger| {
                keep_rules(course, ledger);
                Ok(())
            });
        }
        Step::Solutions => ("every solution is solved", decisions::solutions(course), 1),
        Step::Starters => ("no starter is solved", decisions::starters(course), 1),
        Step::Submissions => (SUBMISSIONS, decisions::submissions(course), times),
        _ => {
            let mut calls = steps::calls(step, course).into_iter();
            return calls.try_for_each(|call| call.run(course, judge.tools(), ledger));
        }
    };
    let so_often = if times > 1 {
        format!(", {times} times")
    } else {
        String::new()
    };
    ledger.step(&format!("{what}{so_often}"), |ledger| {
        decisions::run(judge, &cases, times, ledger);
        Ok(())
    })
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
