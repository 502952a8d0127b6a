//! Signals between process 1 and the program.

use nix::sys::signal::{SigSet, Signal, kill};
use nix::unistd::Pid;

/// Nothing that can be blocked reaches this thread and those that it starts, nor the programs: see [`unblock`].
///
/// # Errors
/// The kernel refuses.
pub(super) fn block() -> nix::Result<()> {
    SigSet::all().thread_set_mask()
}

/// Undoes [`block`], which starting a program hands on.
///
/// # Errors
/// The kernel refuses.
pub(super) fn unblock() -> nix::Result<()> {
    SigSet::empty().thread_set_mask()
}

/// Kills everybody in this process namespace but process 1, which calls it.
///
/// In one step, so that no process can flee by starting another: the kernel lets nobody be born while it goes round.
pub(super) fn kill_all() {
    // Nobody there is what we want.
    let _ = kill(Pid::from_raw(-1), Signal::SIGKILL);
}
