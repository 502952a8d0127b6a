//! `cargo xtask solution`: the reference solution, once the learner has one of their own.

use std::fs;

use anyhow::Context;

use crate::commands::Session;
use crate::course::Exercise;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::paths;
use crate::report;
use crate::select::{self, Named};
use crate::standing;
use crate::verdict::Verdict;

/// Shows the solution of the named exercise, or of the last one that is solved.
///
/// # Errors
/// No exercise has that name, or the solution cannot be read.
pub(crate) fn run(session: &mut Session<'_>, id: Option<&str>) -> anyhow::Result<Exit> {
    let Some(exercise) = wanted(session, id)? else {
        let text = report::solution::none_yet(session.page());
        session.terminal.print(&text)?;
        return Ok(Exit::NotSolved);
    };
    if !is_earned(session, &exercise) {
        let text = report::solution::locked(session.page(), &exercise.id);
        session.terminal.print(&text)?;
        return Ok(Exit::NotSolved);
    }
    let path = exercise.solution(&session.course);
    let shown = paths::shown(&session.course.root, &path).to_string();
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))?;
    session
        .terminal
        .print(&report::solution::solution(session.page(), &shown, &text))?;
    Ok(Exit::Solved)
}

/// The named exercise; else the last solved one, of the named lesson when it is one.
fn wanted(session: &Session<'_>, id: Option<&str>) -> anyhow::Result<Option<Exercise>> {
    let course = &session.course;
    let named = id.map(|id| select::named(course, id)).transpose()?;
    if let Some(Named::Exercise(exercise)) = named {
        return Ok(Some(exercise.clone()));
    }
    let judge = Judge::of(course)?;
    let mut standings = standing::survey(course, &judge, &session.progress);
    if let Some(Named::Lesson(lesson)) = named {
        standings.retain(|standing| standing.exercise.id.lesson == lesson.name);
    }
    let last = standings.iter().rfind(|standing| standing.is_solved());
    Ok(last.map(|standing| standing.exercise.clone()))
}

/// Whether it was solved at any time; edits after that do not take it away.
fn is_earned(session: &Session<'_>, exercise: &Exercise) -> bool {
    let entry = session.progress.entry(&exercise.id.to_string());
    entry.is_some_and(|entry| {
        let verdict = entry
            .decided
            .as_ref()
            .map(|decided| decided.decision.verdict);
        entry.solved_once || verdict == Some(Verdict::Solved)
    })
}
