//! `cargo xtask list`: all exercises and which are solved.

use crate::commands::Session;
use crate::decide::Judge;
use crate::exit::Exit;
use crate::report::list::{Row, json, table};
use crate::standing;

/// Lists without deciding anything.
///
/// # Errors
/// Standard output cannot be written.
pub(crate) fn run(session: &mut Session<'_>, as_json: bool) -> anyhow::Result<Exit> {
    let judge = Judge::of(&session.course)?;
    let standings = standing::survey(&session.course, &judge, &session.progress);
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
        table(session.page(), &session.course, &rows)
    };
    session.terminal.print(&text)?;
    Ok(Exit::Solved)
}
