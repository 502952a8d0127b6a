//! `cargo xtask check`: decides many exercises, or one with another file in its place.

use anyhow::Context;

use crate::cli::Check;
use crate::commands::Visit;
use crate::course::{Course, Exercise};
use crate::decide::{Case, Decision, Judge, Source, Stage};
use crate::exit::{Exit, Misuse};
use crate::progress::Progress;
use crate::report;
use crate::report::check::Checked;
use crate::select::{self, Named};

/// Decides what is asked for. Only the learner's own files become progress.
///
/// # Errors
/// No exercise has that name, or there is no compiler, or standard output cannot be written.
pub(crate) fn run(visit: &mut Visit<'_>, check: &Check) -> anyhow::Result<Exit> {
    let (terminal, page) = (visit.terminal, visit.page());
    let exercises = exercises(&visit.course, check)?;
    let source = source(check, &exercises)?;
    let judge = Judge::of(&visit.course)?;
    let progress = &mut visit.progress;
    let tasks: Vec<Task<'_>> = exercises
        .into_iter()
        .map(|exercise| Task::of(exercise, &source, &judge, progress))
        .collect();
    let (mut results, mut broken) = (Vec::new(), false);
    judge.decide_many(
        &tasks,
        |task| &task.case,
        1,
        &say,
        |task, decided| match task.only(decided) {
            Ok(decision) => {
                task.keep(&judge, &decision, progress);
                let id = task.case.exercise.id.clone();
                if !check.json {
                    // A reader that has gone away is told by the exit code alone.
                    let _ = terminal.print(&report::check::line(&page, &id, &decision));
                }
                results.push(Checked { id, decision });
            }
            Err(error) => {
                let error =
                    error.context(format!("{} could not be decided", task.case.exercise.id));
                terminal.note(&report::error::chain(&error));
                broken = true;
            }
        },
    );
    terminal.print(&match check.json {
        true => report::check::json(&results)?,
        false => report::check::sum(&results),
    })?;
    Ok(exit(broken, &results))
}

fn exercises<'a>(course: &'a Course, check: &Check) -> Result<Vec<&'a Exercise>, Misuse> {
    let Some(id) = &check.id else {
        return Ok(course.exercises().collect());
    };
    Ok(match select::named(course, id)? {
        Named::Lesson(lesson) => lesson.exercises.iter().collect(),
        Named::Exercise(exercise) => vec![exercise],
    })
}

fn source(check: &Check, exercises: &[&Exercise]) -> Result<Source, Misuse> {
    match &check.with {
        Some(_) if exercises.len() != 1 => Err(Misuse(
            "`--with FILE` is decided in the place of one exercise; name it as LESSON/EXERCISE"
                .into(),
        )),
        Some(file) if !file.exists() => Err(Misuse(format!("there is no file {}", file.display()))),
        Some(file) => Ok(Source::File(file.clone())),
        None if check.solution => Ok(Source::Solution),
        None => Ok(Source::Learner),
    }
}

fn exit(broken: bool, results: &[Checked]) -> Exit {
    match (broken, results.iter().all(Checked::is_solved)) {
        (true, _) => Exit::Broken,
        (false, true) => Exit::Solved,
        (false, false) => Exit::NotSolved,
    }
}

/// What takes long enough to be told.
fn say(exercise: &Exercise, stage: Stage) {
    if let Stage::Dependencies { ready: 0, .. } = stage {
        let words = report::stage::words(&stage);
        eprintln!("{}: {words}", exercise.id.lesson);
    }
}

/// One exercise to decide, or known already.
struct Task<'a> {
    case: Case<'a>,
    key: String,
}

impl<'a> Task<'a> {
    fn of(exercise: &'a Exercise, source: &Source, judge: &Judge<'_>, progress: &Progress) -> Self {
        let key = judge.key(exercise, source);
        let known = match source {
            Source::Learner => progress.recall(&exercise.id.to_string(), &key),
            Source::Solution | Source::File(_) => None,
        };
        let case = Case {
            exercise,
            source: source.clone(),
            known,
        };
        Self { case, key }
    }

    fn only(&self, decided: anyhow::Result<Vec<Decision>>) -> anyhow::Result<Decision> {
        decided?.pop().context("nothing was decided")
    }

    /// Makes it progress, at once: a run that is killed keeps what it has decided. An edit meanwhile leaves it unkept.
    fn keep(&self, judge: &Judge<'_>, decision: &Decision, progress: &mut Progress) {
        let Case {
            exercise, source, ..
        } = &self.case;
        let is_new = *source == Source::Learner && !decision.cached;
        if is_new && judge.key(exercise, source) == self.key {
            let id = exercise.id.to_string();
            progress.record(&id, self.key.clone(), decision.clone());
        }
    }
}
