//! `cargo xtask jail`: runs one room of the sandbox and says in JSON what came of it, for tests and for whoever wonders.

use std::fs::File;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use anyhow::Context;
use serde_json::json;

use crate::exit::Exit;
use crate::grade::jail::{Jail, Room, outside};
use crate::run::process::{self, End};
use crate::terminal::Terminal;

/// Reads the room from a file, runs it on what comes on standard input, prints how each turn ended and its output.
///
/// # Errors
/// The file holds no room, there can be no sandbox here, or the sandbox failed.
pub(crate) fn run(room: &Path, no_sandbox: bool, terminal: &Terminal) -> anyhow::Result<Exit> {
    let failed = || format!("failed to read a room from {}", room.display());
    let file = File::open(room).with_context(failed)?;
    let room: Room = serde_json::from_reader(file).with_context(failed)?;
    let kept = tempfile::tempdir().context("failed to make a temporary folder")?;
    let jail = if no_sandbox {
        Jail::none(kept.path())?
    } else {
        Jail::open(kept.path(), 0)?
    };
    let input = io::read_to_string(io::stdin()).context("failed to read standard input")?;
    let ran = process::run_with(&mut jail.command(&room)?, input.as_bytes(), outside(&room))
        .context("failed to start the sandbox")?;
    let ends = jail
        .ended(&room, ran.end)?
        .into_iter()
        .map(|end| match end {
            End::Exited(status) => json!({"code": status.code(), "signal": status.signal()}),
            End::Killed => json!("killed"),
        });
    let told = json!({
        "ends": ends.collect::<Vec<_>>(),
        "stdout": ran.stdout.text,
        "stderr": ran.stderr.text,
        "cut": ran.stdout.cut,
        "closed": ran.stdout.closed && ran.stderr.closed,
    });
    terminal.print(&format!("{told}\n"))?;
    Ok(Exit::Solved)
}
