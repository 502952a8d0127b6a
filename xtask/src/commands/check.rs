//! `cargo xtask check`: decides many exercises, or one with another file in its place.

use crate::batch;
use crate::cli::Check;
use crate::commands::Session;
use crate::course::Exercise;
use crate::decide::{Decision, Judge, Source, Stage};
use crate::exit::{Exit, Misuse};
use crate::progress::Progress;
use crate::report;
use crate::report::check::Checked;
use crate::select::{self, Named};

/// Decides what is asked for. Only the learner's own files become progress.
///
/// # Errors
/// No exercise has that name, or there is no compiler, or standard output cannot be written.
pub(crate) fn run(session: &mut Session<'_>, check: &Check) -> anyhow::Result<Exit> {
    let (course, terminal, page) = (&session.course, session.terminal, session.page());
    let exercises = match check
        .id
        .as_deref()
        .map(|id| select::named(course, id))
        .transpose()?
    {
        None => course.exercises().collect(),
        Some(Named::Lesson(lesson)) => lesson.exercises.iter().collect(),
        Some(Named::Exercise(exercise)) => vec![exercise],
    };
    let source = source(check, &exercises)?;
    let judge = Judge::of(course)?;
    let progress = &session.progress;
    let (mut results, mut broken, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    let work = |exercise: &&Exercise| decide_or_recall(&judge, progress, exercise, &source);
    let say = |text: &str| {
        if check.json {
            Ok(())
        } else {
            terminal.print(text)
        }
    };
    batch::each(
        &exercises,
        batch::jobs(),
        work,
        |exercise, decided| match decided {
            Ok((key, decision)) => {
                // A reader that has gone away is told by the exit code alone.
                let _ = say(&report::check::line(&page, &exercise.id, &decision));
                kept.extend(key.map(|key| (exercise.id.to_string(), key, decision.clone())));
                results.push(Checked {
                    id: exercise.id.clone(),
                    decision,
                });
            }
            Err(error) => {
                broken.push(error.context(format!("{} could not be decided", exercise.id)))
            }
        },
    );
    for (id, key, decision) in kept {
        session.progress.record(&id, key, decision);
    }
    for error in &broken {
        terminal.note(&report::error::chain(error));
    }
    terminal.print(&if check.json {
        report::check::json(&results)?
    } else {
        report::check::sum(&results)
    })?;
    let solved = results.iter().all(Checked::is_solved);
    Ok(match (broken.is_empty(), solved) {
        (false, _) => Exit::Broken,
        (true, true) => Exit::Solved,
        (true, false) => Exit::NotSolved,
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

/// The decision, and the key to keep it under: none when it is known already, or is not about the learner's file, or
/// when that was edited meanwhile.
fn decide_or_recall(
    judge: &Judge<'_>,
    progress: &Progress,
    exercise: &Exercise,
    source: &Source,
) -> anyhow::Result<(Option<String>, Decision)> {
    let say = |stage: Stage| {
        if stage
            == (Stage::Dependencies {
                ready: 0,
                last: None,
            })
        {
            eprintln!("{}: {}", exercise.id.lesson, report::stage::words(&stage));
        }
    };
    if *source != Source::Learner {
        return Ok((None, judge.decide(exercise, source, &say)?));
    }
    let key = judge.key(exercise, source);
    if let Some(known) = progress.recall(&exercise.id.to_string(), &key) {
        return Ok((None, known));
    }
    let decision = judge.decide(exercise, source, &say)?;
    let unchanged = judge.key(exercise, source) == key;
    Ok((unchanged.then_some(key), decision))
}
