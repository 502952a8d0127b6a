//! `cargo xtask verify`: everything that must hold of the workspace; what CI runs.

use clap::ValueEnum;

use crate::cli::{Step, Verify};
use crate::course::{Course, Exercise, Lesson};
use crate::decide::Judge;
use crate::exit::{Exit, Misuse};
use crate::rules;
use crate::select::{self, Named};
use crate::terminal::Terminal;
use crate::verify::ledger::Ledger;
use crate::verify::{browser, decisions, python, steps};

/// All steps, those that fail soonest first.
const STEPS: [Step; 13] = [
    Step::Rules,
    Step::Format,
    Step::Clippy,
    Step::Docs,
    Step::Python,
    Step::Explorer,
    Step::Lessons,
    Step::Solutions,
    Step::Starters,
    Step::Submissions,
    Step::Runner,
    Step::Pages,
    Step::Hostile,
];

const SOLUTIONS: &str = "every solution is solved";
const STARTERS: &str = "no starter is solved";
const SUBMISSIONS: &str =
    "every right submission is solved, every wrong one gets the verdict of its line 1";

/// Does the steps, tells failures as they come, and counts at the end.
///
/// # Errors
/// When a step cannot be done: no cargo, no space.
pub(crate) fn run(course: &Course, verify: &Verify, terminal: &Terminal) -> anyhow::Result<Exit> {
    let chosen = Chosen::of(course, verify)?;
    let judge = Judge::of(course)?;
    let mut ledger = Ledger::new(terminal, verify.json);
    for step in STEPS {
        let is_wanted = verify.only.is_empty() || verify.only.contains(&step);
        if is_wanted && chosen.has(step) {
            take(step, &chosen, &judge, verify.repeat, &mut ledger)?;
        }
    }
    ledger.end()?;
    Ok(if ledger.is_clean() {
        Exit::Solved
    } else {
        Exit::NotSolved
    })
}

/// What is checked of the course.
struct Chosen<'a> {
    course: &'a Course,
    lessons: Vec<&'a Lesson>,
    exercises: Vec<&'a Exercise>,
    is_everything: bool,
}

impl<'a> Chosen<'a> {
    fn of(course: &'a Course, verify: &Verify) -> anyhow::Result<Self> {
        let Some(id) = &verify.exercise else {
            return Ok(Self {
                course,
                lessons: course.lessons.iter().collect(),
                exercises: course.exercises().collect(),
                is_everything: true,
            });
        };
        let (lesson, exercises) = match select::named(course, id)? {
            Named::Lesson(lesson) => (lesson.name.as_str(), lesson.exercises.iter().collect()),
            Named::Exercise(exercise) => (exercise.id.lesson.as_str(), vec![exercise]),
        };
        let chosen = Self {
            course,
            lessons: course.lesson(lesson).into_iter().collect(),
            exercises,
            is_everything: false,
        };
        if let Some(step) = verify.only.iter().find(|step| !chosen.has(**step)) {
            let step = step.to_possible_value().unwrap_or_default();
            return Err(Misuse(format!(
                "the step `{}` is about the whole workspace; leave out --exercise",
                step.get_name()
            ))
            .into());
        }
        Ok(chosen)
    }

    /// Whether the step can be done for less than the whole workspace, if that is what was asked for.
    fn has(&self, step: Step) -> bool {
        let is_about_exercises = matches!(
            step,
            Step::Solutions | Step::Starters | Step::Submissions | Step::Python
        );
        self.is_everything || is_about_exercises
    }
}

fn take(
    step: Step,
    chosen: &Chosen<'_>,
    judge: &Judge<'_>,
    times: u32,
    ledger: &mut Ledger<'_>,
) -> anyhow::Result<()> {
    let (course, exercises) = (chosen.course, &chosen.exercises);
    let (what, cases, times) = match step {
        Step::Rules => {
            return ledger.step("the rules of the repository", |ledger| {
                keep_rules(course, ledger);
                Ok(())
            });
        }
        Step::Python => {
            let programs = python::programs(chosen.lessons.iter().copied());
            return ledger.step("every program in Python runs to its end", |ledger| {
                python::run(&course.root, &programs, ledger);
                Ok(())
            });
        }
        Step::Solutions => (SOLUTIONS, decisions::solutions(course, exercises), 1),
        Step::Starters => (STARTERS, decisions::starters(course, exercises), 1),
        Step::Submissions => (
            SUBMISSIONS,
            decisions::submissions(course, exercises),
            times,
        ),
        _ => {
            let mut calls = steps::calls(step, course).into_iter();
            let is_skipped = step == Step::Pages && browser::find().is_none();
            return calls.try_for_each(|call| match is_skipped {
                true => call.skip(browser::MISSING, course, judge.tools(), ledger),
                false => call.run(course, judge.tools(), ledger),
            });
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
