//! Process 1 of the sandbox: starts the program, takes in whoever lost its parent, ends everybody, brings out what was
//! asked for. When it ends, the kernel ends all that is left.

use std::env;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::os::fd::AsRawFd;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;

use anyhow::Context;
use rustix::fs::OFlags;
use rustix::process::{
    DumpableBehavior, WaitOptions, WaitStatus, set_dumpable_behavior, setsid, wait,
};

use super::alarm::Alarm;
use super::{PROGRAM, capabilities, descriptors, lineage, report, signals};
use crate::grade::jail::plan::{Ending, Plan};

/// Runs the plan's program to its end, or to the deadline, and reports.
///
/// # Errors
/// Nobody listens to the report any more.
pub(super) fn run(plan: &Plan) -> anyhow::Result<()> {
    let args: Vec<String> = env::args().skip(2).collect();
    let [tell, outer, site] = &args[..] else {
        anyhow::bail!("process 1 was not told whom to report to");
    };
    let mut pipe = descriptors::reopen(tell)?;
    descriptors::close_all_but(Some(&pipe))?;
    lineage::die_with(
        outer
            .parse()
            .context("process 1 was not told who its parent is")?,
    )?;
    let ending = oversee(plan, site).unwrap_or_else(|error| Ending::Failed(format!("{error:#}")));
    if !matches!(ending, Ending::Failed(_)) {
        bring_out(plan, &mut pipe)?;
    }
    report::send_end(&mut pipe, ending)
}

fn oversee(plan: &Plan, site: &str) -> anyhow::Result<Ending> {
    // A session of its own: who signals its whole group from inside reaches nobody outside.
    setsid().context("failed to make a session")?;
    // The program may send signals to process 1. Those that nobody handles the kernel keeps from it; Rust's library
    // handles some, so that it would die of them.
    signals::block().context("failed to block signals in process 1")?;
    // Nobody inside may trace this process or look into it.
    set_dumpable_behavior(DumpableBehavior::NotDumpable).context("failed to close process 1")?;
    let alarm = Alarm::set(plan.limits.wall)?;
    let (listen, tell) = rustix::pipe::pipe().context("failed to make a pipe")?;
    let program = super::first(PROGRAM, plan)?
        .arg(tell.as_raw_fd().to_string())
        .arg(site)
        .process_group(0)
        .spawn()
        .context("failed to start the last stage of the sandbox")?;
    drop(tell);
    capabilities::give_up()?;
    let mut why = String::new();
    // It is closed when the last stage becomes the program.
    File::from(listen)
        .read_to_string(&mut why)
        .context("failed to hear from the last stage")?;
    if !why.is_empty() {
        return Ok(Ending::Failed(why));
    }
    alarm.begin();
    let status = reap(program.id().cast_signed())?;
    Ok(if alarm.has_rung() {
        Ending::TimedOut
    } else {
        of_status(status)
    })
}

/// Waits for everybody. Once the program has ended, whoever is left is killed.
fn reap(program: i32) -> anyhow::Result<WaitStatus> {
    let mut ended = None;
    loop {
        match wait(WaitOptions::empty()) {
            Ok(Some((pid, status))) if pid.as_raw_nonzero().get() == program => {
                ended = Some(status);
                signals::kill_all();
            }
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(rustix::io::Errno::CHILD) => {
                return ended.context("the program is gone, and nobody saw its end");
            }
            Err(error) => return Err(error).context("failed to wait for the program"),
        }
    }
}

fn of_status(status: WaitStatus) -> Ending {
    match (status.exit_status(), status.terminating_signal()) {
        (Some(code), _) => Ending::Code(code),
        (None, Some(signal)) => Ending::Signal(signal),
        (None, None) => Ending::Failed(format!("the program ended in an unknown way: {status:?}")),
    }
}

/// Sends what was asked for and is there as a regular file: everybody who could change it is dead.
fn bring_out(plan: &Plan, pipe: &mut File) -> anyhow::Result<()> {
    for (number, (inside, _)) in plan.fetch.iter().enumerate() {
        // Neither follow a link nor wait for the other end of a pipe.
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
        let opened = OpenOptions::new()
            .read(true)
            .custom_flags(flags)
            .open(inside);
        let Ok(file) = opened else { continue };
        let about = file
            .metadata()
            .context("failed to look at a file of the sandbox")?;
        if about.is_file() {
            let bytes = about.len().min(plan.limits.disk);
            report::send_file(pipe, number, &file, bytes)?;
        }
    }
    Ok(())
}
