//! `cargo xtask next`: decides the first unsolved exercise, or the named one, and says what to do next.

mod notes;
mod place;
mod waiting;

use std::collections::BTreeSet;

use anyhow::Context;

use crate::commands::Session;
use crate::course::{Course, Exercise};
use crate::decide::{Decision, Judge, Source};
use crate::exit::Exit;
use crate::pristine::Pristine;
use crate::progress::Progress;
use crate::report::next::View;
use crate::run::plan;
use crate::select::{self, Named};
use crate::standing::{self, Standing};
use crate::terminal::Terminal;
use crate::verdict::Verdict;
use crate::{guidance, paths, report};
use waiting::Waiting;

/// Decides and explains.
///
/// # Errors
/// The tool failed, or no exercise has that name.
pub(crate) fn run(session: &mut Session<'_>, id: Option<&str>) -> anyhow::Result<Exit> {
    let course = &session.course;
    let judge = Judge::of(course)?;
    let mut standings = standing::survey(course, &judge, &session.progress);
    let mut notes = Vec::new();
    let open = open(course, &standings, id, &mut notes)?;
    // A course without its packed starters can be decided too; what was changed in it cannot be told.
    let pristine = Pristine::load(&course.root).unwrap_or_default();
    for (index, exercise) in open.iter().enumerate() {
        let altered = notes::altered(course, &pristine, exercise);
        let decision = decide_or_recall(&judge, &mut session.progress, exercise, session.terminal)
            .with_context(|| undecided(exercise, &altered))?;
        let verdict = decision.verdict;
        settle(&mut standings, exercise, &decision);
        let following = open.get(index + 1);
        if verdict == Verdict::Solved
            && following.is_some_and(|next| notes::is_begun(course, &pristine, next))
        {
            notes.push(format!("{} is solved too.", exercise.id));
            continue;
        }
        notes.extend(altered);
        show(session, &standings, exercise, &decision, &notes)?;
        return Ok(match verdict {
            Verdict::Solved => Exit::Solved,
            _ => Exit::NotSolved,
        });
    }
    let total = standings.len();
    let page = report::next::finished(session.page(), course, total);
    session.terminal.print(&page)?;
    Ok(Exit::Solved)
}

/// What to say when the tool failed: what was altered is then the first suspect.
fn undecided(exercise: &Exercise, altered: &[String]) -> String {
    let mut lines = vec![format!("{} cannot be decided", exercise.id)];
    lines.extend_from_slice(altered);
    lines.join("\n  ")
}

/// The exercises to decide, in order: the named one, or the unsolved ones of the lesson or of the course.
fn open<'a>(
    course: &'a Course,
    standings: &[Standing<'a>],
    id: Option<&str>,
    notes: &mut Vec<String>,
) -> anyhow::Result<Vec<&'a Exercise>> {
    let unsolved = |lesson: Option<&str>| -> Vec<&'a Exercise> {
        standings
            .iter()
            .filter(|standing| !standing.is_solved())
            .map(|standing| standing.exercise)
            .filter(|exercise| lesson.is_none_or(|lesson| exercise.id.lesson == lesson))
            .collect()
    };
    let Some(id) = id else {
        return Ok(unsolved(None));
    };
    match select::named(course, id)? {
        Named::Exercise(exercise) => Ok(vec![exercise]),
        Named::Lesson(lesson) => {
            let found = unsolved(Some(&lesson.name));
            if !found.is_empty() {
                return Ok(found);
            }
            notes.push(format!("Every exercise of `{}` is solved.", lesson.name));
            Ok(unsolved(None))
        }
    }
}

/// Builds and runs only what is not known. An edit while it was decided leaves the decision unkept.
fn decide_or_recall(
    judge: &Judge<'_>,
    progress: &mut Progress,
    exercise: &Exercise,
    terminal: &Terminal,
) -> anyhow::Result<Decision> {
    let id = exercise.id.to_string();
    let key = judge.key(exercise, &Source::Learner);
    if let Some(known) = progress.recall(&id, &key) {
        return Ok(known);
    }
    let waiting = Waiting::new(&exercise.id, terminal);
    let on_stage = |stage| waiting.stage(&stage);
    let decision = judge.decide(exercise, &Source::Learner, &on_stage)?;
    drop(waiting);
    if judge.key(exercise, &Source::Learner) == key {
        progress.record(&id, key, decision.clone());
    }
    Ok(decision)
}

fn settle(standings: &mut [Standing<'_>], exercise: &Exercise, decision: &Decision) {
    let mine = standings
        .iter_mut()
        .find(|standing| standing.exercise.id == exercise.id);
    if let Some(standing) = mine {
        standing.decision = Some(decision.clone());
    }
}

fn show(
    session: &Session<'_>,
    standings: &[Standing<'_>],
    exercise: &Exercise,
    decision: &Decision,
    notes: &[String],
) -> anyhow::Result<()> {
    let course = &session.course;
    let none = BTreeSet::new();
    let entry = session.progress.entry(&exercise.id.to_string());
    let shown = entry.map_or(&none, |entry| &entry.hints);
    let solution = exercise.solution(course);
    let tests = plan::of(course, exercise).unwrap_or_default();
    let view = View {
        exercise,
        course,
        solved: standings
            .iter()
            .filter(|standing| standing.is_solved())
            .count(),
        total: standings.len(),
        place: &place::of(course, exercise, decision),
        decision,
        tests: &tests,
        notes,
        hint: guidance::next_hint(exercise, Some(decision), shown),
        hints_shown: !shown.is_empty(),
        solution: &paths::shown(&course.root, &solution).to_string(),
        current: standing::current(standings),
    };
    let text = match decision.verdict {
        Verdict::Solved => report::next::solved(session.page(), &view),
        _ => report::next::unsolved(session.page(), &view),
    };
    Ok(session.terminal.print(&text)?)
}
