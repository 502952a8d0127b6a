//! What a program sees and what it may take.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A program, and all that it sees. It may be run several times, one run after the other: each finds everything as if it
/// were the first.
///
/// Where everything that it sees is shown at its own path, the room also works without a sandbox. All of it together has
/// room for a hundred kilobytes of text, so show folders rather than a thousand files.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Room {
    /// The program's path inside.
    pub program: PathBuf,
    /// What every run is told first.
    pub args: Vec<String>,
    /// Its runs, in order.
    pub turns: Vec<Turn>,
    /// So many runs may end at the wall time; those behind them are not begun.
    pub patience: usize,
    /// All of its environment. Other processes of the same user outside may read it.
    pub env: Vec<(String, String)>,
    /// Files and folders, read-only: where they are, and where they appear inside. A symbolic link stays one. Show no
    /// folder with sockets or named pipes: what is read-only is the folder, not who listens there.
    pub readable: Vec<(PathBuf, PathBuf)>,
    /// An empty folder in memory, the only place to write to; gone after each run.
    pub writable: Option<PathBuf>,
    /// Where it starts.
    pub folder: PathBuf,
    /// What each run may take.
    pub limits: Limits,
    /// Whether a run may start processes.
    pub processes: Processes,
}

/// One run of a room's program.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Turn {
    /// Behind the room's own.
    pub args: Vec<String>,
    /// How many bytes of the command's standard input it finds on its own: those that no run before it was given. At most
    /// 4096.
    pub input: usize,
    /// Files to bring out after the run, however it ended: the path inside, and the file outside that is made of it.
    /// One that the program did not leave as a regular file is left out, and the file outside is empty.
    pub fetch: Vec<(PathBuf, PathBuf)>,
}

/// The most that [`Turn::input`] may be: every pipe takes so many bytes whether anybody reads them or not.
pub(crate) const INPUT: usize = 4096;

/// What a program may take in each of its runs.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Limits {
    /// From its start to its end; then all of it is killed.
    pub wall: Duration,
    /// Of each process, rounded up to seconds.
    pub cpu: Duration,
    /// Bytes that each process may write to; not its address space.
    pub memory: u64,
    /// Processes and threads together.
    pub processes: u64,
    /// Open at a time, in each process.
    pub files: u64,
    /// The longest file, in bytes.
    pub file_size: u64,
    /// Bytes in the writable folder.
    pub disk: u64,
    /// Bytes that are kept of each output.
    pub output: usize,
}

/// Whether the program may start others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Processes {
    /// Threads only.
    Threads,
    /// Processes too.
    Yes,
    /// Processes, and a `/proc` in which it finds them, to be read only.
    Visible,
}
