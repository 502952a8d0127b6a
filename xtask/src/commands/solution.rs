//! `cargo xtask solution`: the reference solution, once the learner has one of their own.

use std::fs;

use anyhow::Context;

use crate::commands::Visit;
use crate::course::Exercise;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::paths;
use crate::progress::standing;
use crate::report;
use crate::select::{self, Named};
use crate::verdict::Verdict;

/// Shows the solution of the named exercise, or of the last one that is solved.
///
/// # Errors
/// No exercise has that name, or the solution cannot be read.
pub(crate) fn run(visit: &mut Visit<'_>, id: Option<&str>) -> anyhow::Result<Exit> {
    let Some(exercise) = wanted(visit, id)? else {
        let text = report::solution::none_yet(visit.page());
        visit.terminal.print(&text)?;
        return Ok(Exit::NotSolved);
    };
    if !is_earned(visit, &exercise) {
        let text = report::solution::locked(visit.page(), &exercise.id);
        visit.terminal.print(&text)?;
        return Ok(Exit::NotSolved);
    }
    let path = exercise.solution(&visit.course);
    let shown = paths::shown(&visit.course.root, &path).to_string();
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))?;
    visit
        .terminal
        .print(&report::solution::solution(visit.page(), &shown, &text))?;
    Ok(Exit::Solved)
}

/// The named exercise; else the last solved one, of the named lesson when it is one.
fn wanted(visit: &Visit<'_>, id: Option<&str>) -> anyhow::Result<Option<Exercise>> {
    let course = &visit.course;
    let named = id.map(|id| select::named(course, id)).transpose()?;
    if let Some(Named::Exercise(exercise)) = named {
        return Ok(Some(exercise.clone()));
    }
    let judge = Judge::of(course)?;
    let mut standings = standing::survey(course, &judge, &visit.progress);
    if let Some(Named::Lesson(lesson)) = named {
        standings.retain(|standing| standing.exercise.id.lesson == lesson.name);
    }
    let last = standings.iter().rfind(|standing| standing.is_solved());
    Ok(last.map(|standing| standing.exercise.clone()))
}

/// Whether it was solved at any time; edits after that do not take it away.
fn is_earned(visit: &Visit<'_>, exercise: &Exercise) -> bool {
    let entry = visit.progress.entry(&exercise.id.to_string());
    entry.is_some_and(|entry| {
        let verdict = entry
            .decided
            .as_ref()
            .map(|decided| decided.decision.verdict);
        entry.solved_once || verdict == Some(Verdict::Solved)
    })
}
