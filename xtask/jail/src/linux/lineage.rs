//! Nobody outlives who started it.

use std::fs;

use anyhow::{Context, bail};
use rustix::process::{Signal, set_parent_process_death_signal};

/// The kernel kills this process when its parent dies. The parent may have died before this was asked, so it is looked
/// for afterwards: `parent` is its number as the machine counts.
///
/// The kernel forgets it when a process becomes another user: then ask again.
///
/// # Errors
/// The parent is gone, or the kernel refuses.
pub(super) fn die_with(parent: i32) -> anyhow::Result<()> {
    set_parent_process_death_signal(Some(Signal::KILL))
        .context("the kernel refuses to tell of the parent's death")?;
    // Not `getppid`: it answers 0 for a parent outside of the process namespace, dead or alive.
    let stat = fs::read_to_string("/proc/self/stat").context("failed to read /proc/self/stat")?;
    // The name in parentheses may hold anything, a parenthesis too.
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let found = after_name.split_whitespace().nth(1);
    if found != Some(parent.to_string().as_str()) {
        bail!("the process that asked for the sandbox is gone");
    }
    Ok(())
}
