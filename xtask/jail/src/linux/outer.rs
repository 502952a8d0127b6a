//! The first stage: outside of the program's processes, inside of its namespaces. It waits for the end and tells it.

use std::fs::{File, OpenOptions};
use std::io::BufReader;
use std::os::fd::{AsFd, AsRawFd};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context;
use nix::sched::{CloneFlags, unshare};
use rustix::event::{PollFd, PollFlags, poll};

use super::{INIT, capabilities, descriptors, identity, lineage, loopback, report, tree};
use crate::plan::{self, Ending, Plan};

/// So much later than process 1 does this stage kill. It never does where that one is well.
const GRACE: Duration = Duration::from_secs(2);

/// Runs the plan and writes down how each turn ended.
///
/// # Errors
/// The ends cannot be written down, or the sandbox failed.
pub(super) fn run(plan: &Plan) -> anyhow::Result<ExitCode> {
    // Opened before this process becomes somebody who may not.
    let mut end = create(&plan.end)?;
    let endings = descriptors::close_all_but(Some(&end))
        .and_then(|()| watch(plan))
        .unwrap_or_else(|error| vec![Ending::Failed(format!("{error:#}"))]);
    serde_json::to_writer(&mut end, &endings)
        .with_context(|| format!("failed to write {}", plan.end.display()))?;
    match endings.into_iter().next_back() {
        Some(Ending::Failed(why)) => anyhow::bail!(why),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn watch(plan: &Plan) -> anyhow::Result<Vec<Ending>> {
    let mut places = Vec::new();
    for turn in &plan.turns {
        let of_turn = turn.fetch.iter().map(|(_, host)| create(host));
        places.push(of_turn.collect::<anyhow::Result<Vec<_>>>()?);
    }
    lineage::die_with(plan.parent)?;
    let site = build(plan)?;
    loopback::up()?;
    capabilities::hand_on()?;
    let (listen, tell) = rustix::pipe::pipe().context("failed to make a pipe")?;
    let mut init = super::next(INIT, plan)?
        .arg(tell.as_raw_fd().to_string())
        .arg(rustix::process::getpid().as_raw_nonzero().to_string())
        .arg(site)
        .spawn()
        .context("failed to start process 1 of the sandbox")?;
    drop(tell);
    let ended = listen_to(plan, File::from(listen), &mut places);
    let _ = init.kill();
    // With process 1 everything in its namespace is gone, and it is not gone before.
    let status = init.wait().context("failed to wait for process 1")?;
    ended.with_context(|| format!("process 1 of the sandbox: {status}"))
}

/// Hears how each turn ends. One that is not heard of in its time is the last.
fn listen_to(plan: &Plan, pipe: File, places: &mut [Vec<File>]) -> anyhow::Result<Vec<Ending>> {
    let mut pipe = BufReader::new(pipe);
    let mut endings = Vec::new();
    for places in places {
        if plan::is_over(&endings, plan.patience) {
            break;
        }
        let deadline = Instant::now() + plan.limits.wall + GRACE;
        // What has come with the turn before is in the buffer already.
        if pipe.buffer().is_empty() && !wait_for(pipe.get_ref(), deadline)? {
            endings.push(Ending::TimedOut);
            break;
        }
        endings.push(report::receive(&mut pipe, places)?);
    }
    Ok(endings)
}

/// As root the files are collected first, from wherever root may look; then root is given up, and what follows is what
/// any user would do.
fn build(plan: &Plan) -> anyhow::Result<std::path::PathBuf> {
    let Some(uid) = plan.uid else {
        identity::unshare_all()?;
        return tree::build(plan);
    };
    unshare(CloneFlags::CLONE_NEWNS).context("the system refuses root a mount namespace")?;
    let site = tree::build(plan)?;
    identity::become_user(uid)?;
    lineage::die_with(plan.parent)?;
    identity::unshare_all()?;
    Ok(site)
}

fn create(path: &std::path::Path) -> anyhow::Result<File> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)
        .with_context(|| format!("failed to create {}", path.display()))
}

/// Whether there is something to hear before the deadline.
fn wait_for(pipe: impl AsFd, deadline: Instant) -> anyhow::Result<bool> {
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let mut polled = [PollFd::new(&pipe, PollFlags::IN)];
        let timeout = left.try_into().ok();
        match poll(&mut polled, timeout.as_ref()) {
            Ok(ready) => return Ok(ready > 0),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error).context("failed to wait for the sandbox"),
        }
    }
}
