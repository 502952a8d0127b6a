//! Whether there can be a sandbox here, and if not, why.

use std::fs;
use std::process::Command;
use std::time::Duration;

use ::jail::plan::{Ending, Plan};
use anyhow::{Context, anyhow};

use super::{Jail, Limits, Processes, Room, Turn, Walls, outside};
use crate::run::process;

/// Above every range that distributions, systemd and containers give out, and below those that some tools take for
/// negative.
const FIRST: u32 = 1_900_000_000;

/// Slots of one grader.
const SLOTS: u32 = 32;

/// Of the grader's own number: two graders at a time get different users.
const GRADERS: u32 = 1 << 22;

/// `nobody`, where a container has no higher numbers.
const NOBODY: u32 = 65_534;

/// What to do where there can be none.
const WITHOUT: &str = "grade on a Linux where `unshare --user --map-root-user true` works, or let the submissions run \
    with all your rights: `--no-sandbox`";

/// Whom to become: somebody else for each slot when this is root, nobody when it is an ordinary user.
pub(super) fn user(slot: u32) -> anyhow::Result<Option<u32>> {
    if !cfg!(target_os = "linux") {
        return Err(anyhow!("there is a sandbox on Linux only; {WITHOUT}"));
    }
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let number = FIRST + std::process::id() % GRADERS * SLOTS + slot % SLOTS;
    Ok(Some(if is_mapped(number) { number } else { NOBODY }))
}

/// Whether this system, or the container that it is, has that user.
fn is_mapped(number: u32) -> bool {
    let map = fs::read_to_string("/proc/self/uid_map").unwrap_or_default();
    map.lines().any(|line| {
        let mut fields = line.split_whitespace().map(str::parse::<u64>);
        let (Some(Ok(first)), Some(Ok(_)), Some(Ok(count))) =
            (fields.next(), fields.next(), fields.next())
        else {
            return false;
        };
        (first..first + count).contains(&u64::from(number))
    })
}

impl Jail {
    /// Itself, when all walls can be built.
    pub(super) fn tried(self) -> anyhow::Result<Self> {
        let Walls::All { uid } = self.walls else {
            return Ok(self);
        };
        let plan = Plan::new(&nothing(), uid, self.end()).of_walls_alone();
        let why = match process::run(&mut self.outer(&plan)?, outside(&nothing())) {
            Ok(ran) => match self.endings().map(|endings| endings.into_iter().next()) {
                Ok(Some(Ending::Code(0))) => return Ok(self),
                Ok(Some(Ending::Failed(why))) => why,
                Ok(other) => format!("it ended with {other:?}: {}", ran.stderr.text.trim()),
                Err(error) => format!("{error:#}: {}", ran.stderr.text.trim()),
            },
            Err(error) => format!("failed to start it: {error:#}"),
        };
        Err(anyhow!(
            "there can be no sandbox here: {why}\n{}{WITHOUT}",
            reason()
        ))
    }

    /// The command that runs a plan in the sandbox.
    pub(super) fn outer(&self, plan: &Plan) -> anyhow::Result<Command> {
        // Of another run.
        let end = self.end();
        match fs::remove_file(&end) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("failed to remove {}", end.display()));
            }
            _ => {}
        }
        #[cfg(target_os = "linux")]
        return ::jail::outer(&self.stages.path(), plan);
        #[cfg(not(target_os = "linux"))]
        Err(anyhow!("there is a sandbox on Linux only; {WITHOUT}"))
    }
}

/// A room in which nothing is run.
fn nothing() -> Room {
    Room {
        program: "/nothing".into(),
        args: vec![],
        turns: vec![Turn::default()],
        patience: 1,
        env: vec![],
        readable: vec![],
        writable: Some("/writable".into()),
        folder: "/".into(),
        limits: Limits {
            wall: Duration::from_secs(10),
            cpu: Duration::from_secs(10),
            memory: 1 << 28,
            processes: 16,
            files: 64,
            file_size: 1 << 20,
            disk: 1 << 20,
            output: 1 << 16,
        },
        processes: Processes::Threads,
    }
}

/// The system's settings that are known to forbid it, one a line.
fn reason() -> String {
    let settings = [
        (
            "kernel/unprivileged_userns_clone",
            "0",
            "user namespaces are switched off; an administrator allows them by `sysctl kernel.unprivileged_userns_clone=1`",
        ),
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "AppArmor takes away the rights in user namespaces; an administrator gives them by \
             `sysctl kernel.apparmor_restrict_unprivileged_userns=0`",
        ),
        (
            "user/max_user_namespaces",
            "0",
            "no user namespaces are allowed; an administrator allows them by `sysctl user.max_user_namespaces=10000`",
        ),
    ];
    let is = |name: &str, value: &str| {
        fs::read_to_string(format!("/proc/sys/{name}")).is_ok_and(|text| text.trim() == value)
    };
    let mut lines: String = settings
        .iter()
        .filter(|(name, value, _)| is(name, value))
        .map(|(_, _, words)| format!("{words}\n"))
        .collect();
    if lines.is_empty() && fs::exists("/.dockerenv").unwrap_or(false) {
        lines = "a container needs `--security-opt seccomp=unconfined --security-opt systempaths=unconfined \
                 --cap-add SYS_ADMIN` for it\n"
            .to_owned();
    }
    lines
}
