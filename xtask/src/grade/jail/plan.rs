//! What one run is, as the stages hand it on to each other.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Limits, Processes, Room};

/// Everything that the stages need; in JSON it is the value of the variable [`VARIABLE`].
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Plan {
    /// The process that asked for it. When that one dies, so does everything here.
    pub(super) parent: i32,
    /// Whom to become, where root asked.
    pub(super) uid: Option<u32>,
    /// The path inside. Without one, all walls are built and nothing is run: that tries whether they can be built.
    pub(super) program: Option<PathBuf>,
    pub(super) args: Vec<String>,
    pub(super) env: Vec<(String, String)>,
    pub(super) readable: Vec<(PathBuf, PathBuf)>,
    pub(super) writable: Option<PathBuf>,
    pub(super) fetch: Vec<(PathBuf, PathBuf)>,
    pub(super) folder: PathBuf,
    pub(super) limits: Limits,
    pub(super) processes: Processes,
    /// A file outside, for the [`Ending`].
    pub(super) end: PathBuf,
}

/// The variable that carries the plan. Unlike arguments, other users of the machine cannot read it.
pub(super) const VARIABLE: &str = "XTASK_JAIL";

/// How a run ended. Only the stages outside of the program's reach write it, so that no program can pretend one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Ending {
    /// With that code.
    Code(i32),
    /// By that signal.
    Signal(i32),
    /// It was killed at the wall time.
    TimedOut,
    /// A wall could not be built, and nothing was run.
    Failed(String),
}

impl Plan {
    /// The plan of a run of that room.
    pub(super) fn new(room: &Room, uid: Option<u32>, end: PathBuf) -> Self {
        Self {
            parent: std::process::id().cast_signed(),
            uid,
            program: Some(room.program.clone()),
            args: room.args.clone(),
            env: room.env.clone(),
            readable: room.readable.clone(),
            writable: room.writable.clone(),
            fetch: room.fetch.clone(),
            folder: room.folder.clone(),
            limits: room.limits,
            processes: room.processes,
            end,
        }
    }
}
