//! `cargo xtask list`: all exercises and which are solved.

use crate::commands::Visit;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::progress::standing;
use crate::report::list::{Row, json, table};

/// Lists without deciding anything.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn run(visit: &mut Visit<'_>, as_json: bool) -> anyhow::Result<Exit> {
    let judge = Judge::of(&visit.course)?;
    let standings = standing::survey(&visit.course, &judge, &visit.progress);
    let rows: Vec<Row<'_>> = standings
        .iter()
        .map(|standing| Row {
            exercise: standing.exercise,
            verdict: standing.decision.as_ref().map(|decision| decision.verdict),
        })
        .collect();
    let text = if as_json {
        json(&rows)?
    } else {
        table(visit.page(), &visit.course, &rows)
    };
    visit.terminal.print(&text)?;
    Ok(Exit::Solved)
}
