//! Where a program runs that the runner starts: on the machine as it is, or shut away from it.

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::process::{self, End, Limits, Ran};

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

impl Call {
    /// The call of one turn.
    fn with(&self, turn: Turn) -> Self {
        let mut command = Command::new(self.command.get_program());
        command.args(self.command.get_args()).args(turn.args);
        for (name, value) in self.command.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        if let Some(dir) = self.command.get_current_dir() {
            command.current_dir(dir);
        }
        Self {
            command,
            input: turn.input,
            limits: self.limits,
            trade: self.trade,
            readable: self.readable.clone(),
            writable: self.writable.clone(),
            fetch: turn.fetch,
        }
    }
}

/// One of several runs of a call's program.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    /// Its last arguments.
    pub(crate) args: Vec<String>,
    /// In place of the call's.
    pub(crate) input: Vec<u8>,
    /// In place of the call's.
    pub(crate) fetch: Vec<(PathBuf, PathBuf)>,
}

/// What came of several runs.
#[derive(Debug)]
pub(crate) struct Series {
    /// Of those that were begun, in order.
    pub(crate) ends: Vec<End>,
    /// Of all of them together.
    pub(crate) cpu: Duration,
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

    /// Runs the program once for each turn, one after the other; each run finds everything as if it were the first. Once
    /// `patience` of them have run into the deadline, those behind are not begun.
    ///
    /// # Errors
    /// As [`Place::run`].
    fn take_turns(&self, call: Call, turns: Vec<Turn>, patience: usize) -> anyhow::Result<Series> {
        one_by_one(self, &call, turns, patience)
    }

    /// What a path is called by the programs that run there.
    fn inside(&self, path: &Path) -> PathBuf {
        path.to_path_buf()
    }
}

/// [`Place::take_turns`] where nothing is gained by knowing all of them beforehand.
///
/// # Errors
/// As [`Place::run`].
pub(crate) fn one_by_one<P: Place + ?Sized>(
    place: &P,
    call: &Call,
    turns: Vec<Turn>,
    patience: usize,
) -> anyhow::Result<Series> {
    let (mut ends, mut cpu, mut hung) = (Vec::new(), Duration::ZERO, 0);
    for turn in turns {
        let ran = place.run(call.with(turn))?;
        ends.push(ran.end);
        cpu += ran.cpu;
        hung += usize::from(matches!(ran.end, End::Killed));
        if hung >= patience {
            break;
        }
    }
    Ok(Series { ends, cpu })
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
