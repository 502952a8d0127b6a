//! The last stage: builds the inner walls around itself, and becomes the program.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::Context;
use rustix::thread::set_no_new_privs;

use super::{capabilities, descriptors, filter, limits, signals, tree};
use crate::Processes;
use crate::plan::Plan;

/// Becomes the program. Says what went wrong to process 1, which hears nothing else from here.
///
/// # Errors
/// A wall cannot be built, or the program cannot be started.
pub(super) fn run(plan: &Plan) -> anyhow::Result<ExitCode> {
    let args: Vec<String> = env::args().skip(2).collect();
    let [tell, site] = &args[..] else {
        anyhow::bail!("the last stage was not told where the files are");
    };
    let mut pipe = descriptors::reopen(tell)?;
    descriptors::close_all_but(Some(&pipe))?;
    let ended = behind_walls(plan, Path::new(site));
    if let Err(error) = &ended {
        let _ = write!(pipe, "{error:#}");
    }
    ended
}

fn behind_walls(plan: &Plan, site: &Path) -> anyhow::Result<ExitCode> {
    // Where memory runs out in spite of all limits, the kernel shall take this one and not the grader.
    let _ = fs::write("/proc/self/oom_score_adj", "1000");
    if plan.processes == Processes::Visible {
        tree::show_processes(site)?;
    }
    tree::enter(site)?;
    capabilities::drop_all()?;
    set_no_new_privs(true).context("failed to give up setuid programs")?;
    limits::set(&plan.limits)?;
    limits::set_processes(&plan.limits)?;
    signals::unblock().context("failed to unblock signals")?;
    filter::apply(plan.processes)?;
    become_program(plan)
}

/// Becomes the program, with nothing but the limits that need no wall.
///
/// # Errors
/// The program cannot be started.
pub(super) fn without_walls(plan: &Plan) -> anyhow::Result<ExitCode> {
    descriptors::close_all_but(None)?;
    limits::set(&plan.limits)?;
    become_program(plan)
}

fn become_program(plan: &Plan) -> anyhow::Result<ExitCode> {
    let Some(program) = &plan.program else {
        return Ok(ExitCode::SUCCESS);
    };
    let error = Command::new(program)
        .args(&plan.args)
        .env_clear()
        .envs(plan.env.iter().map(|(name, value)| (name, value)))
        .current_dir(&plan.folder)
        .exec();
    Err(error).with_context(|| format!("failed to start {} in the sandbox", program.display()))
}
