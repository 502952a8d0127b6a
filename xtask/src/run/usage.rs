//! What children have cost: the CPU time that the system adds up when it takes them away.

use std::io;
use std::process::{Child, ExitStatus};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

#[cfg(feature = "grader")]
use nix::sys::resource::{UsageWho, getrusage};
#[cfg(feature = "grader")]
use nix::sys::time::{TimeVal, TimeValLike};

/// The system knows one sum for all children: the difference is one child's own only when no other is reaped meanwhile.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Takes away a child that has ended, and tells the CPU time of it and of all descendants that were waited for in turn.
/// Whoever was left to another process is not in it.
///
/// Exact among children that are all reaped here; one that somebody else waits for at that moment would be added.
///
/// # Errors
/// It is no child of this process any more.
pub(crate) fn reap(child: &mut Child) -> io::Result<(ExitStatus, Duration)> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let before = of_children();
    let status = child.wait()?;
    Ok((status, of_children().saturating_sub(before)))
}

/// Nobody asks a runner that does not grade.
#[cfg(not(feature = "grader"))]
pub(crate) fn of_children() -> Duration {
    Duration::ZERO
}

/// CPU time of all children that this process has reaped so far, to the microsecond.
#[cfg(feature = "grader")]
pub(crate) fn of_children() -> Duration {
    let micros = |time: TimeVal| u64::try_from(time.num_microseconds()).unwrap_or_default();
    // It fails for no other reason than an argument that does not exist.
    getrusage(UsageWho::RUSAGE_CHILDREN).map_or(Duration::ZERO, |usage| {
        Duration::from_micros(micros(usage.user_time()) + micros(usage.system_time()))
    })
}
