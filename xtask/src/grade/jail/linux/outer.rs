//! The first stage: outside of the program's processes, inside of its namespaces. It waits for the end and tells it.

use std::fs::{File, OpenOptions};
use std::io::BufReader;
use std::os::fd::{AsFd, AsRawFd};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context;
use nix::sched::{CloneFlags, unshare};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, Rlimit, Signal, kill_process, setrlimit};

use super::{FAILED, INIT, capabilities, descriptors, identity, lineage, loopback, report, tree};
use crate::grade::jail::plan::{Ending, Plan};

/// So much later than process 1 does this stage kill. It never does where that one is well.
const GRACE: Duration = Duration::from_secs(2);

/// As timeout(1) has it.
const TIMED_OUT: u8 = 124;

/// Runs the plan and mirrors how it ended: the code, or the signal.
///
/// # Errors
/// The end cannot be told.
pub(super) fn run(plan: &Plan) -> anyhow::Result<ExitCode> {
    // Opened before this process becomes somebody who may not.
    let mut end = create(&plan.end)?;
    let ending = descriptors::close_all_but(Some(&end))
        .and_then(|()| watch(plan))
        .unwrap_or_else(|error| Ending::Failed(format!("{error:#}")));
    serde_json::to_writer(&mut end, &ending)
        .with_context(|| format!("failed to write {}", plan.end.display()))?;
    match ending {
        Ending::Code(code) => Ok(ExitCode::from(u8::try_from(code).unwrap_or(FAILED))),
        Ending::Signal(signal) => die_by(signal),
        Ending::TimedOut => Ok(ExitCode::from(TIMED_OUT)),
        Ending::Failed(why) => anyhow::bail!(why),
    }
}

fn watch(plan: &Plan) -> anyhow::Result<Ending> {
    let mut places = Vec::new();
    for (_, host) in &plan.fetch {
        places.push(create(host)?);
    }
    lineage::die_with(plan.parent)?;
    let site = build(plan)?;
    loopback::up()?;
    capabilities::hand_on()?;
    let (listen, tell) = rustix::pipe::pipe().context("failed to make a pipe")?;
    let mut init = super::first(INIT, plan)?
        .arg(tell.as_raw_fd().to_string())
        .arg(rustix::process::getpid().as_raw_nonzero().to_string())
        .arg(site)
        .spawn()
        .context("failed to start process 1 of the sandbox")?;
    drop(tell);
    let deadline = Instant::now() + plan.limits.wall + GRACE;
    let ended = if wait_for(&listen, deadline)? {
        report::receive(BufReader::new(File::from(listen)), &mut places)
    } else {
        Ok(Ending::TimedOut)
    };
    let _ = init.kill();
    // With process 1 everything in its namespace is gone, and it is not gone before.
    let status = init.wait().context("failed to wait for process 1")?;
    ended.with_context(|| format!("process 1 of the sandbox: {status}"))
}

/// As root the files are collected first, from wherever root may look; then root is given up, and what follows is what
/// any user would do.
fn build(plan: &Plan) -> anyhow::Result<std::path::PathBuf> {
    let Some(uid) = plan.uid else {
        identity::unshare_all()?;
        return tree::build(plan, identity::INSIDE);
    };
    unshare(CloneFlags::CLONE_NEWNS).context("the system refuses root a mount namespace")?;
    let site = tree::build(plan, uid)?;
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

/// Ends this process as the program ended.
fn die_by(signal: i32) -> anyhow::Result<ExitCode> {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none).context("failed to switch off core dumps")?;
    let named = Signal::from_named_raw(signal).unwrap_or(Signal::KILL);
    // Rust's library handles some signals once, and then no more; no core dump is made of this process.
    for _ in 0..2 {
        kill_process(rustix::process::getpid(), named).context("failed to end like the program")?;
    }
    Ok(ExitCode::from(FAILED))
}
