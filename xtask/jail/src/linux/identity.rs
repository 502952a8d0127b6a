//! Who the program is: an ordinary user of its own namespace, whoever started the grader.

use std::fs;

use anyhow::Context;
use nix::sched::{CloneFlags, unshare};
use rustix::process::{DumpableBehavior, getegid, geteuid, set_dumpable_behavior};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};
use rustix::{process::Gid, process::Uid};

/// The number of the user and the group inside.
pub(super) const INSIDE: u32 = 1000;

/// Gives up root for good: all three user numbers, all three group numbers, all further groups.
///
/// # Errors
/// This process is not root, or the number does not exist in a container's mapping.
pub(super) fn become_user(number: u32) -> anyhow::Result<()> {
    let failed = || format!("failed to become the user {number}");
    let (uid, gid) = (Uid::from_raw(number), Gid::from_raw(number));
    set_thread_groups(&[]).with_context(failed)?;
    set_thread_res_gid(gid, gid, gid).with_context(failed)?;
    set_thread_res_uid(uid, uid, uid).with_context(failed)?;
    // Who has changed users may not read its own /proc entries until it says that it has nothing to hide.
    set_dumpable_behavior(DumpableBehavior::Dumpable).with_context(failed)
}

/// Enters new namespaces for everything; the next child is process 1 of its own.
///
/// # Errors
/// The kernel refuses them.
pub(super) fn unshare_all() -> anyhow::Result<()> {
    let (uid, gid) = (geteuid().as_raw(), getegid().as_raw());
    unshare(
        CloneFlags::CLONE_NEWUSER
            | CloneFlags::CLONE_NEWNS
            | CloneFlags::CLONE_NEWPID
            | CloneFlags::CLONE_NEWNET
            | CloneFlags::CLONE_NEWIPC
            | CloneFlags::CLONE_NEWUTS
            | CloneFlags::CLONE_NEWCGROUP,
    )
    .context("the system refuses a user namespace")?;
    write("setgroups", "deny")?;
    write("uid_map", &format!("{INSIDE} {uid} 1"))?;
    write("gid_map", &format!("{INSIDE} {gid} 1"))?;
    // The filter of system calls forbids further user namespaces too; in a container this file may be read-only.
    let _ = fs::write("/proc/sys/user/max_user_namespaces", "0");
    nix::unistd::sethostname("sandbox").context("failed to name the sandbox")
}

fn write(file: &str, text: &str) -> anyhow::Result<()> {
    let path = format!("/proc/self/{file}");
    fs::write(&path, text).with_context(|| format!("failed to write `{text}` to {path}"))
}
