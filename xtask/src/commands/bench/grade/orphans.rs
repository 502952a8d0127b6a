//! A process that is killed at a deadline leaves others that nobody waits for. What they have cost must not be lost.
//!
//! So they become children of this process: only then, since tests look for those that are left, and one that has ended is
//! left until its parent takes it away. Only Linux can do that; elsewhere their time is missing.

use std::io;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::run::process::{self, Limits, Ran};

/// Later than any deadline.
const NEVER: Duration = Duration::from_secs(86_400);

/// Runs the command to its end or to the deadline, as [`process::run`] does, and takes in whom its death has orphaned.
///
/// # Errors
/// When it cannot be started.
pub(super) fn run(command: &mut Command, limits: Limits) -> io::Result<Ran> {
    let begun = Instant::now();
    let is_late = || {
        let is_late = begun.elapsed() >= limits.time;
        if is_late {
            linux::adopt(true);
        }
        is_late
    };
    let time = NEVER;
    let ran = process::run_unless(command, Limits { time, ..limits }, &is_late);
    linux::take_in();
    linux::adopt(false);
    ran
}

#[cfg(target_os = "linux")]
mod linux {
    use std::sync::mpsc;
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::process::{
        WaitId, WaitIdOptions, WaitOptions, getpid, set_child_subreaper, wait, waitid,
    };

    /// For those that were killed with their parents to end.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// No Linux that can run the sandbox refuses it.
    pub(super) fn adopt(on: bool) {
        let _ = set_child_subreaper(on.then(getpid));
    }

    /// Takes away all children: nothing else of this process's runs meanwhile.
    pub(super) fn take_in() {
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
}

#[cfg(not(target_os = "linux"))]
mod linux {
    pub(super) fn adopt(_: bool) {}
    pub(super) fn take_in() {}
}
