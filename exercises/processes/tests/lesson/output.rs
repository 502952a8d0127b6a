//! Output that stays open when its worker has ended, until its parent waits for more of it.
//!
//! Whoever reads to the end is then still at it when the parent hears that the last worker has ended. How long the reader
//! needs decides nothing any more: a parent that goes on without it does so every time, and for all of its workers.

use crate::evening::{Evening, REST};
use harness::half_patience;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// So often in a row the parent must be seen in the same sleep: a lock that is held for a moment is none.
const SEEN: usize = 5;

/// The thread that runs the learner's code, as the system sees it.
pub(crate) struct Parent {
    task: PathBuf,
}

impl Parent {
    /// The calling thread; `None` where there is no `/proc` to see it in.
    pub(crate) fn this() -> Option<Parent> {
        let task = Path::new("/proc").join(fs::read_link("/proc/thread-self").ok()?);
        task.exists().then_some(Parent { task })
    }

    /// Keeps a worker's standard output open. The worker must be there, and the output be dropped after
    /// [`Parent::waits`]. What is kept of a file or a terminal changes nothing.
    pub(crate) fn keep_output(&self, worker: u32) -> Option<File> {
        let output = format!("/proc/{worker}/fd/1");
        // To open a pipe for writing alone would wait for a reader, and there may be none.
        File::options().read(true).write(true).open(output).ok()
    }

    /// Returns when the parent sleeps other than at the clock, or asks on although all have ended, or has returned. One
    /// that neither sleeps nor asks looks again and again: then this ends after [`half_patience`].
    pub(crate) fn waits(&self, evening: &Evening) {
        let end = Instant::now() + half_patience();
        let (mut sleep, mut seen) = (None, 0);
        while seen < SEEN && evening.looks_at_the_end() < REST && Instant::now() < end {
            if !self.task.exists() {
                return;
            }
            // The clock is looked at on both sides: a sleep that began at the clock is one at the clock to its end.
            let outside = || (!evening.is_asked()).then_some(());
            let now = outside().and_then(|()| self.sleep());
            let now = now.filter(|_| outside().is_some());
            seen = if now.is_some() && now == sleep {
                seen + 1
            } else {
                0
            };
            sleep = now;
            thread::park_timeout(Duration::from_millis(1));
        }
    }

    /// Which of its sleeps the parent is in (`proc_pid_stat(5)`, `proc_pid_status(5)`): in the same one it has not been
    /// awake. `None` while it runs, or is ready to run and has no core.
    fn sleep(&self) -> Option<u64> {
        let status = fs::read_to_string(self.task.join("status")).ok()?;
        let field = |name: &str| {
            let mut lines = status.lines();
            lines.find_map(|line| line.strip_prefix(name).map(str::trim_start))
        };
        let sleeps = field("State:")?.starts_with('S');
        let number = field("voluntary_ctxt_switches:")?.parse().ok()?;
        sleeps.then_some(number)
    }
}
