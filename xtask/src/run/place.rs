//! Where a program runs that the runner starts: on the machine as it is, or shut away from it.

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::process::{self, Limits, Ran};

/// What a program is given.
#[derive(Debug)]
pub(crate) struct Call {
    /// As it would be started on the machine as it is.
    pub(crate) command: Command,
    /// What it finds on its standard input.
    pub(crate) input: Vec<u8>,
    pub(crate) limits: Limits,
    pub(crate) trade: Trade,
    /// Files and folders that it may read, besides what its trade needs.
    pub(crate) readable: Vec<PathBuf>,
    /// The folder that it may write: not there before, and gone afterwards, with all that was not fetched.
    pub(crate) writable: PathBuf,
    /// Files in it that are wanted, and where they are to be. Elsewhere than here, a file without a counterpart becomes
    /// an empty one.
    pub(crate) fetch: Vec<(PathBuf, PathBuf)>,
}

/// What kind of program it is: that decides what it may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trade {
    /// rustc and the linker that it starts.
    Compiler,
    /// A test that starts threads and no processes.
    Threads,
    /// A test whose lesson is about processes.
    Processes,
}

/// Somewhere to run programs.
pub(crate) trait Place: Debug + Sync {
    /// Runs the program to its end, or to the deadline; nothing that it has started is left.
    ///
    /// # Errors
    /// When it cannot be started, or the place is not as it must be.
    fn run(&self, call: Call) -> anyhow::Result<Ran>;

    /// What a path is called by the programs that run there.
    fn inside(&self, path: &Path) -> PathBuf {
        path.to_path_buf()
    }
}

/// The machine as it is, with its environment: for what the learner runs himself. Everything may be written.
#[derive(Debug)]
pub(crate) struct Here;

impl Place for Here {
    fn run(&self, mut call: Call) -> anyhow::Result<Ran> {
        Ok(process::run_with(
            &mut call.command,
            &call.input,
            call.limits,
        )?)
    }
}
