//! The stages of a run. Each is this program again, started by the one before; see the crate for what each one does.

mod alarm;
mod capabilities;
mod descriptors;
mod filter;
mod identity;
mod init;
mod limits;
mod lineage;
mod loopback;
mod outer;
mod program;
mod report;
mod shown;
mod signals;
mod tree;
mod turn;

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context;

use crate::plan::{Plan, VARIABLE};

/// This program's own file. The link leads to the file itself, so it also works for a user who may not enter the
/// folders above it, and where those are hidden by now.
const MYSELF: &str = "/proc/self/exe";

const OUTER: &str = "jail-outer";
const BARE: &str = "jail-bare";
const INIT: &str = "jail-init";
const PROGRAM: &str = "jail-program";

/// Runs this process as a stage, when it was started as one.
pub(crate) fn stage() -> Option<ExitCode> {
    let stage = env::args().nth(1)?;
    let plan = env::var(VARIABLE).ok()?;
    let run = |plan: &Plan| match stage.as_str() {
        OUTER => outer::run(plan),
        INIT => init::run(plan).map(|()| ExitCode::SUCCESS),
        PROGRAM => program::run(plan),
        BARE => program::without_walls(plan),
        other => anyhow::bail!("the sandbox has no stage `{other}`"),
    };
    let ran = serde_json::from_str(&plan)
        .context("the plan of the sandbox cannot be read")
        .and_then(|plan| run(&plan));
    Some(ran.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(FAILED)
    }))
}

/// The exit code of a stage that could not do its work; the ending says so too, and that is what counts.
const FAILED: u8 = 125;

/// The first stage of a sandbox: runs the plan behind all walls. `program` is the one that calls [`stage`](crate::stage).
///
/// # Errors
/// The plan has paths that JSON cannot hold.
pub fn outer(program: &Path, plan: &Plan) -> anyhow::Result<Command> {
    started(program, OUTER, plan)
}

/// The only stage where there are no walls: sets the limits, becomes the plan's program. `program` is the one that calls
/// [`stage`](crate::stage).
///
/// # Errors
/// As for [`outer`].
pub fn bare(program: &Path, plan: &Plan) -> anyhow::Result<Command> {
    started(program, BARE, plan)
}

/// The stage after this one.
fn next(stage: &str, plan: &Plan) -> anyhow::Result<Command> {
    started(Path::new(MYSELF), stage, plan)
}

/// A stage, with the plan and nothing else of this process's environment.
fn started(program: &Path, stage: &str, plan: &Plan) -> anyhow::Result<Command> {
    let mut command = Command::new(program);
    command
        .arg(stage)
        .env_clear()
        .env(VARIABLE, serde_json::to_string(plan)?);
    Ok(command)
}
