//! The files that the program sees: an empty tree in memory, and in it only what was named.

use std::collections::BTreeSet;
use std::ffi::{CStr, CString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail};
use nix::sched::{CloneFlags, unshare};
use rustix::fs::StatVfsMountFlags;
use rustix::mount::{
    MountFlags, MountPropagationFlags, UnmountFlags, mount, mount_bind_recursive, mount_change,
    mount_remount, unmount,
};

use super::shown;
use crate::Processes;
use crate::plan::Plan;

/// Where the tree may be built: the first of them that hides nothing which is to be shown. Only this process sees it.
const SITES: [&str; 4] = ["/sys", "/tmp", "/mnt", "/usr"];

/// Room for the folders and links of the tree itself.
const SKELETON: &CStr = c"mode=755,size=4m,nr_inodes=10k";

/// The one device that programs need: std opens it for a stream that leads nowhere.
const NULL: &str = "/dev/null";

/// Neither programs with more rights nor devices.
const GUARDED: MountFlags = MountFlags::NOSUID.union(MountFlags::NODEV);

/// How many files there may be.
const INODES: u64 = 20_000;

/// Builds the tree, but for what is in the writable folder.
///
/// # Errors
/// Something that is to be shown does not exist, or the system refuses a mount.
pub(super) fn build(plan: &Plan) -> anyhow::Result<PathBuf> {
    mount_change(
        "/",
        MountPropagationFlags::DOWNSTREAM | MountPropagationFlags::REC,
    )
    .context("failed to part from the system's mounts")?;
    let site = site(plan)?;
    mount_memory(&site, SKELETON)?;
    if let Some(inside) = &plan.writable {
        let target = place(&site, inside)?;
        fs::create_dir_all(&target).with_context(|| failed("make", &target))?;
    }
    let null = (PathBuf::from(NULL), PathBuf::from(NULL));
    for (host, inside) in shown::apart(plan.readable.iter().chain([&null]))? {
        show(&site, host, inside)?;
    }
    if plan.processes == Processes::Visible {
        let folder = site.join("proc");
        fs::create_dir_all(&folder).with_context(|| failed("make", &folder))?;
    } else if let Some(program) = &plan.program {
        // All that std needs of /proc: where a program finds itself, to start itself again.
        let folder = site.join("proc/self");
        fs::create_dir_all(&folder).with_context(|| failed("make", &folder))?;
        symlink(program, folder.join("exe")).with_context(|| failed("fill", &folder))?;
    }
    make_read_only(&site)?;
    Ok(site)
}

/// Makes the writable folder empty memory, for one run. `owner`: its user, as this process's namespace counts.
///
/// # Errors
/// The system refuses.
pub(super) fn lend(plan: &Plan, site: &Path, owner: u32) -> anyhow::Result<()> {
    let Some(inside) = &plan.writable else {
        return Ok(());
    };
    let size = plan.limits.disk;
    let options = format!("mode=700,size={size},nr_inodes={INODES},uid={owner},gid={owner}");
    mount_memory(&place(site, inside)?, &CString::new(options)?)
}

/// Undoes [`lend`]. Whoever could use what is in the folder is dead.
///
/// # Errors
/// The system refuses.
pub(super) fn take_back(plan: &Plan, site: &Path) -> anyhow::Result<()> {
    let Some(inside) = &plan.writable else {
        return Ok(());
    };
    let target = place(site, inside)?;
    unmount(&target, UnmountFlags::empty()).with_context(|| failed("take away", &target))
}

/// Shows the processes of this process's namespace, and nothing else of the system. Nobody can write their memory there.
///
/// # Errors
/// The system refuses: where parts of its own `/proc` are hidden, nobody may mount another.
pub(super) fn show_processes(site: &Path) -> anyhow::Result<()> {
    let flags = GUARDED | MountFlags::NOEXEC | MountFlags::RDONLY;
    mount("proc", site.join("proc"), "proc", flags, c"subset=pid").context(
        "failed to show the processes of the sandbox to themselves: the system's own /proc must be whole (in Docker: \
         --security-opt systempaths=unconfined)",
    )
}

fn site(plan: &Plan) -> anyhow::Result<PathBuf> {
    let hides_nothing = |site: &Path| {
        site.is_dir() && !plan.readable.iter().any(|(host, _)| host.starts_with(site))
    };
    let found = SITES.iter().map(Path::new).find(|site| hides_nothing(site));
    found.map(Path::to_owned).with_context(|| {
        format!("there is no place to build the sandbox's files in: {SITES:?} all hold something that is to be shown")
    })
}

fn mount_memory(target: &Path, options: &CStr) -> anyhow::Result<()> {
    mount("tmpfs", target, "tmpfs", GUARDED, options)
        .with_context(|| format!("failed to mount memory on {}", target.display()))
}

/// Where in the tree the path lies.
fn place(site: &Path, inside: &Path) -> anyhow::Result<PathBuf> {
    let mut parts = inside.components();
    if parts.next() != Some(Component::RootDir)
        || parts.any(|part| !matches!(part, Component::Normal(_)))
    {
        bail!("{} is no absolute path without `..`", inside.display());
    }
    Ok(site.join(inside.strip_prefix("/").unwrap_or(inside)))
}

/// Binds a file or a folder of the system into the tree; of a symbolic link, the link.
fn show(site: &Path, host: &Path, inside: &Path) -> anyhow::Result<()> {
    let target = place(site, inside)?;
    let about = fs::symlink_metadata(host).with_context(|| failed("find", host))?;
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).with_context(|| failed("make", parent))?;
    }
    if about.is_symlink() {
        let to = fs::read_link(host).with_context(|| failed("read", host))?;
        return symlink(to, &target).with_context(|| failed("make", &target));
    }
    if about.is_dir() {
        fs::create_dir_all(&target).with_context(|| failed("make", &target))?;
    } else {
        fs::File::create(&target).with_context(|| failed("make", &target))?;
    }
    mount_bind_recursive(host, &target)
        .with_context(|| format!("failed to show {} inside of the sandbox", host.display()))
}

/// Everything in the tree, whatever was mounted below what is shown too.
fn make_read_only(site: &Path) -> anyhow::Result<()> {
    let null = place(site, Path::new(NULL))?;
    for target in mounted(site)? {
        let device = if target == null {
            MountFlags::empty()
        } else {
            MountFlags::NODEV
        };
        let flags = MountFlags::BIND | MountFlags::RDONLY | MountFlags::NOSUID | device;
        mount_remount(&target, flags | kept(&target)?, c"")
            .with_context(|| failed("make read-only", &target))?;
    }
    Ok(())
}

/// The site, and every mount in it.
fn mounted(site: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let path = "/proc/self/mountinfo";
    let text = fs::read(path).with_context(|| format!("failed to read {path}"))?;
    let lines = text.split(|byte| *byte == b'\n');
    let all: Vec<Mount> = lines.filter_map(Mount::parse).collect();
    // What was mounted below the site before is hidden, and none of ours: ours come from the last that covers the site.
    let root = all.iter().rfind(|mount| mount.target == site);
    let mut ours: BTreeSet<u64> = root.map(|mount| mount.number).into_iter().collect();
    let mut targets = vec![site.to_owned()];
    for mount in all {
        if ours.contains(&mount.parent) {
            ours.insert(mount.number);
            targets.push(mount.target);
        }
    }
    Ok(targets)
}

/// A line of `/proc/self/mountinfo`; the kernel lists a mount before those on top of it.
struct Mount {
    number: u64,
    parent: u64,
    target: PathBuf,
}

impl Mount {
    fn parse(line: &[u8]) -> Option<Self> {
        let mut fields = line.split(|byte| *byte == b' ');
        let mut number = || std::str::from_utf8(fields.next()?).ok()?.parse().ok();
        Some(Self {
            number: number()?,
            parent: number()?,
            target: unescape(fields.nth(2)?),
        })
    }
}

/// What a user namespace may not take back from a mount, and must therefore say again.
fn kept(target: &Path) -> anyhow::Result<MountFlags> {
    let about = rustix::fs::statvfs(target).with_context(|| failed("look at", target))?;
    Ok(if about.f_flag.contains(StatVfsMountFlags::NOEXEC) {
        MountFlags::NOEXEC
    } else {
        MountFlags::empty()
    })
}

/// The kernel writes a space as `\040`.
fn unescape(field: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, after)) = rest.split_first() {
        let octal = after
            .get(..3)
            .filter(|_| *first == b'\\')
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok());
        bytes.push(octal.unwrap_or(*first));
        rest = if octal.is_some() { &after[3..] } else { after };
    }
    PathBuf::from(std::ffi::OsStr::from_bytes(&bytes))
}

/// Makes the tree the root of a namespace of this process's own, and lets go of the system's files.
///
/// # Errors
/// The system refuses.
pub(super) fn enter(site: &Path) -> anyhow::Result<()> {
    let failed = || "failed to make the sandbox's files the root";
    unshare(CloneFlags::CLONE_NEWNS).with_context(failed)?;
    // A namespace may not take apart the mounts that it was given, but it may move a copy of them as a whole.
    mount_bind_recursive(site, site).with_context(failed)?;
    std::env::set_current_dir(site).with_context(failed)?;
    // The old root then lies on top of the new one.
    rustix::process::pivot_root(".", ".").with_context(failed)?;
    unmount(".", UnmountFlags::DETACH).with_context(failed)?;
    std::env::set_current_dir("/").with_context(failed)
}

fn failed(what: &str, path: &Path) -> String {
    format!("failed to {what} {}", path.display())
}
