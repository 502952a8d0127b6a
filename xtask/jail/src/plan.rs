//! What one run is, as the stages hand it on to each other.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::{Limits, Processes, Room, Turn};

/// Everything that the stages need; in JSON it is the value of the variable `XTASK_JAIL`.
#[derive(Debug, Serialize, Deserialize)]
pub struct Plan {
    /// The process that asked for it. When that one dies, so does everything here.
    pub(crate) parent: i32,
    /// Whom to become, where root asked.
    pub(crate) uid: Option<u32>,
    /// The path inside. Without one, all walls are built and nothing is run.
    pub(crate) program: Option<PathBuf>,
    pub(crate) args: Vec<String>,
    pub(crate) turns: Vec<Turn>,
    pub(crate) patience: usize,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) readable: Vec<(PathBuf, PathBuf)>,
    pub(crate) writable: Option<PathBuf>,
    pub(crate) folder: PathBuf,
    pub(crate) limits: Limits,
    pub(crate) processes: Processes,
    /// A file outside, for the [`Ending`] of each turn that was begun.
    pub(crate) end: PathBuf,
}

/// The variable that carries the plan. Unlike arguments, other users of the machine cannot read it.
pub(crate) const VARIABLE: &str = "XTASK_JAIL";

/// How a run ended. Only the stages outside of the program's reach write it, so that no program can pretend one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
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
    /// The plan of a run of that room, asked for by this process. As root, the program runs as the user `uid`; the file `end`
    /// will hold the [`Ending`] of each turn that was begun, in JSON.
    #[must_use]
    pub fn new(room: &Room, uid: Option<u32>, end: PathBuf) -> Self {
        Self {
            parent: std::process::id().cast_signed(),
            uid,
            program: Some(room.program.clone()),
            args: room.args.clone(),
            turns: room.turns.clone(),
            patience: room.patience,
            env: room.env.clone(),
            readable: room.readable.clone(),
            writable: room.writable.clone(),
            folder: room.folder.clone(),
            limits: room.limits,
            processes: room.processes,
            end,
        }
    }

    /// The same without a program: all walls are built around nothing, which tries whether they can be.
    #[must_use]
    pub fn of_walls_alone(self) -> Self {
        Self {
            program: None,
            ..self
        }
    }

    /// The plan of one turn, for the process that becomes its program.
    #[must_use]
    pub fn of_turn(&self, turn: &Turn) -> Self {
        Self {
            args: [&self.args[..], &turn.args[..]].concat(),
            turns: Vec::new(),
            program: self.program.clone(),
            env: self.env.clone(),
            // Nothing of what lies outside.
            readable: Vec::new(),
            writable: self.writable.clone(),
            folder: self.folder.clone(),
            end: PathBuf::new(),
            ..*self
        }
    }
}

/// Whether no turn is begun after these: something failed, or too many have hung.
pub(crate) fn is_over(endings: &[Ending], patience: usize) -> bool {
    let hung = endings.iter().filter(|end| **end == Ending::TimedOut);
    hung.count() >= patience || matches!(endings.last(), Some(Ending::Failed(_)))
}
