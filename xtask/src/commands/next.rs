//! `cargo xtask next`: decides the first unsolved exercise, or the named one, and says what to do next.

mod decide;
mod notes;
mod open;
mod place;
mod waiting;

use std::collections::BTreeSet;

use anyhow::Context;

use crate::commands::Visit;
use crate::course::Exercise;
use crate::decide::{Decision, Judge};
use crate::exit::Exit;
use crate::pristine::Pristine;
use crate::progress::guidance;
use crate::progress::standing::{self, Standing};
use crate::report::next::View;
use crate::run::plan;
use crate::verdict::Verdict;
use crate::{paths, report};

/// Decides and explains.
///
/// # Errors
/// The tool failed, or no exercise has that name.
pub(crate) fn run(visit: &mut Visit<'_>, id: Option<&str>) -> anyhow::Result<Exit> {
    let course = &visit.course;
    let judge = Judge::of(course)?.on(visit.terminal.screen());
    let mut standings = standing::survey(course, &judge, &visit.progress);
    let mut notes = Vec::new();
    let open = open::exercises(course, &standings, id, &mut notes)?;
    // A course without its packed starters can be decided too; what was changed in it cannot be told.
    let pristine = Pristine::load(&course.root).unwrap_or_default();
    for (index, exercise) in open.iter().enumerate() {
        let altered = notes::altered(course, &pristine, exercise);
        let progress = &mut visit.progress;
        let decided = decide::decide_or_recall(&judge, course, progress, exercise, visit.terminal)
            .with_context(|| decide::undecided(exercise, &altered))?;
        notes.extend(decided.edited);
        let decision = decided.decision;
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
        show(visit, &standings, exercise, &decision, &notes)?;
        return Ok(match verdict {
            Verdict::Solved => Exit::Solved,
            _ => Exit::NotSolved,
        });
    }
    let total = standings.len();
    let page = report::next::finished(visit.page(), course, total);
    visit.terminal.print(&page)?;
    Ok(Exit::Solved)
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
    visit: &Visit<'_>,
    standings: &[Standing<'_>],
    exercise: &Exercise,
    decision: &Decision,
    notes: &[String],
) -> anyhow::Result<()> {
    let course = &visit.course;
    let none = BTreeSet::new();
    let entry = visit.progress.entry(&exercise.id.to_string());
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
        Verdict::Solved => report::next::solved(visit.page(), &view),
        _ => report::next::unsolved(visit.page(), &view),
    };
    Ok(visit.terminal.print(&text)?)
}
