//! What a program sees and what it may take.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::run::process;

/// A program, and all that it sees. It may be run several times, one run after the other: each finds everything as if it
/// were the first.
///
/// Where everything that it sees is shown at its own path, the room also works without a sandbox. All of it together has
/// room for a hundred kilobytes of text, so show folders rather than a thousand files.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Room {
    /// The program's path inside.
    pub(crate) program: PathBuf,
    /// What every run is told first.
    pub(crate) args: Vec<String>,
    pub(crate) turns: Vec<Turn>,
    /// So many runs may end at the wall time; those behind them are not begun.
    pub(crate) patience: usize,
    /// All of its environment. Other processes of the same user outside may read it.
    pub(crate) env: Vec<(String, String)>,
    /// Files and folders, read-only: where they are, and where they appear inside. A symbolic link stays one. Show no
    /// folder with sockets or named pipes: what is read-only is the folder, not who listens there.
    pub(crate) readable: Vec<(PathBuf, PathBuf)>,
    /// An empty folder in memory, the only place to write to; gone after each run.
    pub(crate) writable: Option<PathBuf>,
    /// Where it starts.
    pub(crate) folder: PathBuf,
    pub(crate) limits: Limits,
    pub(crate) processes: Processes,
}

/// One run of a room's program.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Turn {
    /// Behind the room's own.
    pub(crate) args: Vec<String>,
    /// How many bytes of the command's standard input it finds on its own: those that no run before it was given. At most
    /// [`INPUT`].
    pub(crate) input: usize,
    /// Files to bring out after the run, however it ended: the path inside, and the file outside that is made of it.
    /// One that the program did not leave as a regular file is left out, and the file outside is empty.
    pub(crate) fetch: Vec<(PathBuf, PathBuf)>,
}

/// Every pipe takes so many bytes whether anybody reads them or not.
pub(crate) const INPUT: usize = 4096;

/// What a program may take in each of its runs.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Limits {
    /// From its start to its end; then all of it is killed.
    pub(crate) wall: Duration,
    /// Of each process, rounded up to seconds.
    pub(crate) cpu: Duration,
    /// Bytes that each process may write to; not its address space.
    pub(crate) memory: u64,
    /// Processes and threads together.
    pub(crate) processes: u64,
    /// Open at a time, in each process.
    pub(crate) files: u64,
    /// The longest file, in bytes.
    pub(crate) file_size: u64,
    /// Bytes in the writable folder.
    pub(crate) disk: u64,
    /// Bytes that are kept of each output.
    pub(crate) output: usize,
}

impl Room {
    /// What to run the command with: the sandbox keeps the wall time itself, this comes after it.
    pub(crate) fn outside(&self) -> process::Limits {
        let turns = u32::try_from(self.turns.len()).unwrap_or(u32::MAX);
        process::Limits {
            time: (self.limits.wall + LATER).saturating_mul(turns),
            output: self.limits.output,
        }
    }
}

/// What comes after the sandbox's own deadlines, and only where those failed.
const LATER: Duration = Duration::from_secs(5);

/// Whether the program may start others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Processes {
    /// Threads only.
    Threads,
    /// Processes too.
    Yes,
    /// Processes, and a `/proc` in which it finds them, to be read only.
    Visible,
}
