//! The sandbox: runs a program that nobody trusts, and leaves nothing of it behind but its output, its end and the files
//! that were asked for.
//!
//! It is built with this program and needs no other: an ordinary Linux from 5.14 on, where users may make user namespaces,
//! or root. Three stages build the walls; see the crate [`jail`].
//!
//! A program takes several turns where each is a process of its own: they share the walls, which cost more than most tests.
//! No process and no file of one turn is there in the next.
//!
//! Which wall stops what:
//!
//! | what a program may try | what stops it |
//! |---|---|
//! | read the system's files, a home, solutions | the tree: only what the room names is mounted, the old root is gone |
//! | write what it may read, remount it | read-only mounts from outside of its user namespace's reach; no capability; filter |
//! | `/proc`: other processes, its own memory | not mounted; `/proc/self/exe` is a plain link to the program |
//! | the same, where exercises are about processes | only those of its own namespace, of which nothing can be written |
//! | the network | a network namespace of its own, with a loopback only |
//! | signals to, tracing of, or looking into others | process namespace; session and group of its own; filter |
//! | new user namespaces, for rights within them | `max_user_namespaces` 0 inside; filter |
//! | setuid programs | `no_new_privs`; no set-user-id on any mount |
//! | fork bombs, ten thousand threads | `RLIMIT_NPROC`, counted in its own user namespace; without processes: filter |
//! | a daemon that holds the output open | process 1 kills everybody when the program has ended |
//! | memory without end | `RLIMIT_DATA` (a process); shared and nameless memory: filter; memory disks have a size |
//! | CPU without end | `RLIMIT_CPU` (a process), the wall time (all) |
//! | a full disk, a million files | the only writable place is memory with a size and a number of files |
//! | output without end | whoever reads it throws away what is too much, until the wall time |
//! | open files of the grader | std opens with `O_CLOEXEC`, and each stage closes all that it was not meant to have |
//! | outliving the grader, even one killed by signal 9 | each stage dies with the one before; with process 1 dies all |
//!
//! The limit on memory is one for each process: a room with processes may use their product. Nothing here defends
//! against a hole in the kernel itself.

mod bare;
mod open;
mod stages;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use ::jail::plan::{Ending, Plan};
use anyhow::Context;

use crate::run::process::{self, End};
use crate::scratch;
use stages::Stages;

pub(crate) use ::jail::{Limits, Processes, Room, Turn};

/// A place to run programs in, one at a time.
#[derive(Debug)]
pub(crate) struct Jail {
    walls: Walls,
    stages: Stages,
    /// For what a run says of itself; not visible inside.
    folder: scratch::Folder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Walls {
    /// All of them; as root, as that user.
    All { uid: Option<u32> },
    /// `--no-sandbox`.
    None,
}

impl Jail {
    /// A sandbox. `kept`: where the runner keeps what it needs; `slot`: different for all that are open at a time.
    ///
    /// Builds all walls once around nothing, so that what cannot work is known before the first submission.
    ///
    /// # Errors
    /// There can be none here, or its stages are not built; the message says what is missing and what to do.
    pub(crate) fn open(kept: &Path, slot: u32) -> anyhow::Result<Self> {
        let jail = Self {
            walls: Walls::All {
                uid: open::user(slot)?,
            },
            stages: Stages::find()?,
            folder: scratch::Folder::new(kept)?,
        };
        jail.tried()
    }

    /// No sandbox: the same rooms without walls. Limits on memory, CPU time and files hold for each process on Linux.
    ///
    /// # Errors
    /// No folder can be made below `kept`, or the stages are not built.
    pub(crate) fn none(kept: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            walls: Walls::None,
            stages: Stages::find()?,
            folder: scratch::Folder::new(kept)?,
        })
    }

    /// Whether there are walls.
    pub(crate) fn is_closed(&self) -> bool {
        self.walls != Walls::None
    }

    /// The runs of the room's program, ready to be started. Their standard output and error are the command's, and what
    /// the command finds on its standard input is shared out among them.
    ///
    /// The thread that starts it must live until it has ended: the sandbox dies with it.
    ///
    /// # Errors
    /// The room cannot be made. Without walls it has one turn.
    pub(crate) fn command(&self, room: &Room) -> anyhow::Result<Command> {
        match self.walls {
            Walls::All { uid } => self.outer(&Plan::new(room, uid, self.end())),
            Walls::None => bare::command(&self.stages, room, &Plan::new(room, None, self.end())),
        }
    }

    /// How the runs ended that `command` started, given how the command ended. Those that were not begun are missing.
    ///
    /// # Errors
    /// The sandbox failed, which says nothing of the program.
    pub(crate) fn ended(&self, room: &Room, end: End) -> anyhow::Result<Vec<End>> {
        if !self.is_closed() {
            bare::bring_out(room)?;
            return Ok(vec![end]);
        }
        if let End::Killed = end {
            return Ok(vec![End::Killed]);
        }
        let of_one = |ending| match ending {
            Ending::Code(code) => Ok(End::Exited(status(code << 8))),
            Ending::Signal(signal) => Ok(End::Exited(status(signal))),
            Ending::TimedOut => Ok(End::Killed),
            Ending::Failed(why) => anyhow::bail!("the sandbox failed: {why}"),
        };
        self.endings()?.into_iter().map(of_one).collect()
    }

    fn endings(&self) -> anyhow::Result<Vec<Ending>> {
        let end = self.end();
        std::fs::read_to_string(&end)
            .map_err(anyhow::Error::from)
            .and_then(|text| Ok(serde_json::from_str(&text)?))
            .with_context(|| {
                format!(
                    "the sandbox was killed before it said how its program ended ({})",
                    end.display()
                )
            })
    }

    fn end(&self) -> PathBuf {
        self.folder.path().join("end")
    }
}

/// From the number that `waitpid` gives.
fn status(raw: i32) -> ExitStatus {
    std::os::unix::process::ExitStatusExt::from_raw(raw)
}

/// What to run the command with: the sandbox keeps the wall time itself, this comes after it.
pub(crate) fn outside(room: &Room) -> process::Limits {
    let turns = u32::try_from(room.turns.len()).unwrap_or(u32::MAX);
    process::Limits {
        time: (room.limits.wall + LATER).saturating_mul(turns),
        output: room.limits.output,
    }
}

/// What comes after the sandbox's own deadlines, and only where those failed.
const LATER: Duration = Duration::from_secs(5);
