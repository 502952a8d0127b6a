//! One run of the program: starts it, takes in whoever lost its parent, ends everybody, brings out what was asked for.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::Context;
use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
use rustix::process::{WaitOptions, WaitStatus, wait};

use super::alarm::Alarm;
use super::{PROGRAM, capabilities, identity, report, signals, tree};
use crate::Turn;
use crate::plan::{Ending, Plan};

/// Where a turn is taken.
pub(super) struct Seat<'a> {
    pub(super) plan: &'a Plan,
    /// The root of the tree, as process 1 sees it.
    pub(super) site: &'a Path,
    pub(super) turn: &'a Turn,
}

impl Seat<'_> {
    /// Runs the program to its end, or to the deadline, and sends out the files. Nothing of the run is left then.
    ///
    /// # Errors
    /// A wall cannot be built, or nobody listens.
    pub(super) fn take(&self, input: &[u8], pipe: &mut File) -> anyhow::Result<Ending> {
        tree::lend(self.plan, self.site, identity::INSIDE)?;
        let ending = self.oversee(input)?;
        if !matches!(ending, Ending::Failed(_)) {
            self.bring_out(pipe)?;
        }
        capabilities::take_up()?;
        tree::take_back(self.plan, self.site)?;
        Ok(ending)
    }

    fn oversee(&self, input: &[u8]) -> anyhow::Result<Ending> {
        let alarm = Alarm::set(self.plan.limits.wall)?;
        let (listen, tell) = rustix::pipe::pipe().context("failed to make a pipe")?;
        let program = self.start(input, tell.as_raw_fd())?;
        drop(tell);
        capabilities::lay_aside()?;
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

    fn start(&self, input: &[u8], tell: i32) -> anyhow::Result<Child> {
        let mut stage = super::next(PROGRAM, &self.plan.of_turn(self.turn))?;
        stage
            .arg(tell.to_string())
            .arg(self.site)
            .process_group(0)
            .stdin(if input.is_empty() {
                Stdio::null()
            } else {
                Stdio::piped()
            });
        let mut program = stage
            .spawn()
            .context("failed to start the last stage of the sandbox")?;
        if let Some(mut pipe) = program.stdin.take() {
            pipe.write_all(input)
                .context("failed to give the program its standard input")?;
        }
        Ok(program)
    }

    /// Sends what was asked for and is there as a regular file: everybody who could change it is dead.
    fn bring_out(&self, pipe: &mut File) -> anyhow::Result<()> {
        for (number, (inside, _)) in self.turn.fetch.iter().enumerate() {
            let Some(file) = self.open(inside)? else {
                continue;
            };
            let about = file
                .metadata()
                .context("failed to look at a file of the sandbox")?;
            if about.is_file() {
                let bytes = about.len().min(self.plan.limits.disk);
                report::send_file(pipe, number, &file, bytes)?;
            }
        }
        Ok(())
    }

    /// A file of the tree. This process sees the system's files too: no link in the tree leads it there.
    fn open(&self, inside: &Path) -> anyhow::Result<Option<File>> {
        let site = File::open(self.site)
            .with_context(|| format!("failed to open {}", self.site.display()))?;
        let inside = inside.strip_prefix("/").unwrap_or(inside);
        // Nor does it wait for the other end of a pipe.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let links = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        let opened = openat2(site, inside, flags, Mode::empty(), links);
        Ok(opened.ok().map(File::from))
    }
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
