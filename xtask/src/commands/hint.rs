//! `cargo xtask hint`: one of three hints, the one that fits the finding first.

use std::collections::BTreeSet;

use crate::commands::Visit;
use crate::course::Exercise;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::progress::guidance;
use crate::progress::standing;
use crate::report;
use crate::select::{self, Named};

/// Shows the next hint, or all three when all were shown.
///
/// # Errors
/// No exercise has that name, or standard output cannot be written.
pub(crate) fn run(visit: &mut Visit<'_>, id: Option<&str>) -> anyhow::Result<Exit> {
    let Some(exercise) = wanted(visit, id)? else {
        visit
            .terminal
            .print("Every exercise is solved. Name one: `cargo xtask hint ID`.\n")?;
        return Ok(Exit::Solved);
    };
    let key = exercise.id.to_string();
    let entry = visit.progress.entry(&key).cloned().unwrap_or_default();
    let finding = entry.decided.as_ref().map(|decided| &decided.decision);
    let next = guidance::next_hint(&exercise, finding, &entry.hints);
    let shown: Vec<u8> = next.map_or_else(|| vec![1, 2, 3], |number| vec![number]);
    let seen: BTreeSet<u8> = entry.hints.iter().chain(&shown).copied().collect();
    let more = guidance::next_hint(&exercise, finding, &seen).is_some();
    let text = report::hint::hints(visit.page(), &exercise, &shown, more);
    visit.terminal.print(&text)?;
    if next.is_some() {
        visit
            .progress
            .update(&key, |entry| entry.hints.extend(&shown));
    }
    Ok(Exit::Solved)
}

/// The named exercise, else the first unsolved one, of the named lesson when it is one.
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
    Ok(standing::current(&standings).cloned())
}
