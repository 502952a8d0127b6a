//! What work costs that is done by other processes: the time on the clock, and the CPU time of all of them.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{WaitId, WaitIdOptions, WaitOptions, wait, waitid};

use crate::run::usage;

/// How long to wait for processes that were killed with their parents.
const PATIENCE: Duration = Duration::from_secs(10);

/// What was spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) wall: Duration,
    /// User and system, of all processes that have ended.
    pub(super) cpu: Duration,
}

impl Cost {
    /// Of the work, and of whatever processes it starts and waits for.
    ///
    /// # Errors
    /// Those of the work.
    pub(super) fn of<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, Self)> {
        let (begun, before) = (Instant::now(), usage::of_children());
        let done = work()?;
        let wall = begun.elapsed();
        take_in_orphans();
        let cpu = usage::of_children().saturating_sub(before);
        Ok((done, Self { wall, cpu }))
    }
}

impl std::ops::AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.wall += other.wall;
        self.cpu += other.cpu;
    }
}

/// Whoever loses its parent from now on becomes a child of this process, so that no time is lost. Only Linux can do that;
/// elsewhere the time of those is missing whose parent was killed at a deadline.
///
/// # Errors
/// The system refuses it.
pub(super) fn adopt_orphans() -> anyhow::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use anyhow::Context;
        rustix::process::set_child_subreaper(Some(rustix::process::getpid()))
            .context("the system refuses to hand over orphans")?;
    }
    Ok(())
}

/// Waits for those that were killed with their parents. Nothing else of this process's runs meanwhile.
fn take_in_orphans() {
    let begun = Instant::now();
    // Until there is none, or one that nobody has killed.
    while let Ok(taken) = wait(WaitOptions::NOHANG) {
        let left = PATIENCE.saturating_sub(begun.elapsed());
        if taken.is_none() && !somebody_ends_within(left) {
            return;
        }
    }
}

/// Whether there is a child to take away by then. It is left to be taken away.
fn somebody_ends_within(time: Duration) -> bool {
    let (tell, ended) = mpsc::channel();
    thread::spawn(move || {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        let _ = tell.send(waitid(WaitId::All, options));
    });
    ended.recv_timeout(time).is_ok()
}
