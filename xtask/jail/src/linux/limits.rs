//! What the kernel counts for each process, and for the user of the sandbox.

use std::time::Duration;

use anyhow::Context;
use rustix::process::{Resource, Rlimit, setrlimit};

use crate::Limits;

/// What runs as the sandbox's user beside the program: the outer stage, and process 1 with its two threads.
const STAGES: u64 = 3;

/// The main thread's stack, and what glibc makes of it for others: what every system gives.
const STACK: u64 = 8 << 20;

/// Sets the limits of this process and of all that come from it. None of them can be raised again without a capability.
///
/// # Errors
/// The system's own limits are lower.
pub(super) fn set(limits: &Limits) -> anyhow::Result<()> {
    let all = [
        // Memory that the program may write to. Not its address space: threads reserve much more of it than they use.
        (Resource::Data, limits.memory, "memory"),
        (Resource::Stack, STACK, "stack"),
        (Resource::Nofile, limits.files, "open files"),
        (Resource::Fsize, limits.file_size, "a file's size"),
        (Resource::Core, 0, "core dumps"),
        (Resource::Memlock, 0, "locked memory"),
        (Resource::Msgqueue, 0, "message queues"),
        (Resource::Nice, 0, "priority"),
        (Resource::Rtprio, 0, "real-time priority"),
    ];
    for (resource, limit, what) in all {
        set_both(resource, limit, limit).with_context(|| format!("failed to limit {what}"))?;
    }
    // First a signal that says what happened, then the one that nobody can ignore.
    let seconds = whole_seconds(limits.cpu);
    set_both(Resource::Cpu, seconds, seconds + 1).context("failed to limit CPU time")
}

/// Limits how many processes and threads there may be. Only in a user namespace of its own does the kernel count those
/// of the sandbox alone.
///
/// # Errors
/// The kernel refuses.
pub(super) fn set_processes(limits: &Limits) -> anyhow::Result<()> {
    let all = limits.processes.saturating_add(STAGES);
    set_both(Resource::Nproc, all, all).context("failed to limit processes and threads")
}

/// A limit that the system has set lower already stays as it is.
fn set_both(resource: Resource, soft: u64, hard: u64) -> rustix::io::Result<()> {
    let given = rustix::process::getrlimit(resource).maximum;
    let hard = given.map_or(hard, |given| given.min(hard));
    setrlimit(
        resource,
        Rlimit {
            current: Some(soft.min(hard)),
            maximum: Some(hard),
        },
    )
}

fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}
