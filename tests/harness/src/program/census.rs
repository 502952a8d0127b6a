//! Which processes there are of a name, whoever has started them.

use std::process;
use sysinfo::{
    Pid, Process, ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, System, ThreadKind,
};

/// Processes that remain.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// Those that the test's own process has started. Whether they still run or have ended already is left to chance: one
    /// that was killed dies a moment later. Either way nobody has waited for them.
    pub(crate) children: usize,
    /// Those that other processes have started, and that run.
    pub(crate) others: usize,
}

impl Left {
    /// What there is to say about them; nothing when there are none.
    pub(crate) fn words(&self) -> Option<String> {
        let children = match self.children {
            0 => None,
            1 => Some("1 worker process was started and never waited for".to_string()),
            many => Some(format!(
                "{many} worker processes were started and never waited for"
            )),
        };
        let others = match self.others {
            0 => None,
            1 => Some("1 process that a worker has started still runs".to_string()),
            many => Some(format!(
                "{many} processes that workers have started still run"
            )),
        };
        let words: Vec<String> = children.into_iter().chain(others).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}

/// Counts the processes of that name.
pub(crate) fn of(name: &str) -> Left {
    let mut left = Left::default();
    let own = Some(Pid::from_u32(process::id()));
    each(name, |process| match process.status() {
        _ if process.parent() == own => left.children += 1,
        // The zombie of a parent that has died is for the system to bury, and it will.
        ProcessStatus::Zombie | ProcessStatus::Dead => {}
        _ => left.others += 1,
    });
    left
}

/// Whether the process still runs. Where zombies cannot be told from others, none does.
pub(crate) fn runs(id: u32) -> bool {
    let (mut system, id) = (System::new(), Pid::from_u32(id));
    let nothing_more = ProcessRefreshKind::nothing().without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[id]), true, nothing_more);
    let has_ended = |process: &Process| {
        matches!(
            process.status(),
            ProcessStatus::Zombie | ProcessStatus::Dead
        )
    };
    cfg!(target_os = "linux")
        && system
            .process(id)
            .is_some_and(|process| !has_ended(process))
}

/// Ends the processes of that name, until there is none: one that is just being started by another may be missed once.
pub(crate) fn end(name: &str) {
    for _ in 0..100 {
        let mut running = 0;
        each(name, |process| {
            if process.status() != ProcessStatus::Zombie {
                running += 1;
                process.kill();
            }
        });
        if running == 0 {
            return;
        }
        std::thread::yield_now();
    }
}

fn each(name: &str, mut visit: impl FnMut(&Process)) {
    let mut system = System::new();
    let nothing_more = ProcessRefreshKind::nothing().without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, nothing_more);
    for process in system.processes().values() {
        let called = process.name().to_string_lossy();
        let is_thread = process.thread_kind() == Some(ThreadKind::Userland);
        if !is_thread && called.strip_suffix(".exe").unwrap_or(&called) == name {
            visit(process);
        }
    }
}
