//! `cargo xtask bench`: measures on this machine what the lessons say.

mod gil;

use crate::cli::Bench;
use crate::exit::Exit;
use crate::terminal::Terminal;

/// Measures, and shows a picture. It needs no course.
///
/// # Errors
/// Standard output cannot be written, or a thread has lost a part of its work.
pub(crate) fn run(bench: &Bench, terminal: &Terminal) -> anyhow::Result<Exit> {
    match bench {
        Bench::Gil(runs) => gil::run(runs.runs, terminal),
    }
}
