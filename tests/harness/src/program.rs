//! Worker processes for real: a program that a test can watch.

mod actor;
mod census;
mod door;

pub use actor::Actor;

use crate::{Finding, Verdict, fail, half_patience, lifeline};
use census::Left;
use door::Door;
use harness_hand::INVITATION;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Instant;
use tempfile::TempDir;

/// What a program's processes do: called once for each that was let in, on a thread of the test.
type Act = Box<dyn Fn(&mut Actor) + Send + Sync>;

/// A program in a folder of the test's own. Every process that runs it is counted from its start to its end, whoever has
/// started it, and none outlives the test: not when it fails, and not when it is killed.
///
/// The processes are told apart from all others by the program's name, which is drawn at random, and they hold a
/// connection to the test (`harness_hand`). So nothing depends on what the learner hands down to them.
#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    name: String,
    door: Arc<Door>,
    _folder: TempDir,
}

impl Program {
    /// A program whose processes do what `act` says. `binary` is that of the lesson's `…-hand`.
    ///
    /// More than `limit` processes at once, or four times as many in all, are taken for a program that starts processes
    /// without end: all of them are ended, and [`Program::nothing_left`] says so.
    ///
    /// # Panics
    ///
    /// When the folder cannot be made, or no port of loopback can be had.
    pub fn acted(
        binary: &str,
        limit: usize,
        act: impl Fn(&mut Actor) + Send + Sync + 'static,
    ) -> Program {
        Program::new(Path::new(binary), limit, Some(Box::new(act)))
    }

    /// A program that runs the learner's code: it is only watched. Its `main` begins with `harness_hand::enter()`.
    ///
    /// # Panics
    ///
    /// As [`Program::acted`].
    pub fn watched(binary: &str, limit: usize) -> Program {
        Program::new(Path::new(binary), limit, None)
    }

    fn new(binary: &Path, limit: usize, act: Option<Act>) -> Program {
        let folder = folder(binary).expect("a temporary folder for a program");
        let mut random = fastrand::Rng::new();
        // 15 bytes are what Linux keeps of a name.
        let name = format!("worker-{:07x}", random.u32(..1 << 28));
        let path = folder
            .path()
            .join(format!("{name}{}", env::consts::EXE_SUFFIX));
        place(binary, &path)
            .unwrap_or_else(|error| panic!("failed to place {}: {error}", binary.display()));
        let word = format!("{:032x}", random.u128(..));
        let door = Door::open(limit, word.clone(), act).expect("a free port of loopback");
        let invitation = format!("{}\n{word}\n", door.address());
        fs::write(folder.path().join(INVITATION), invitation).expect("an invitation");
        Program {
            path,
            name,
            door,
            _folder: folder,
        }
    }

    /// What the learner's code starts.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many processes have been let in so far.
    pub fn started(&self) -> usize {
        self.door.started()
    }

    /// How many processes have been let in, as soon as there are `number`; or after [`half_patience`](crate::half_patience).
    /// Those that nobody waits for come late.
    pub fn come(&self, number: usize) -> usize {
        self.door.wait_for(number)
    }

    /// The most that were ever alive at once.
    pub fn most_at_once(&self) -> usize {
        self.door.most_at_once()
    }

    /// Waits until `number` processes in all have been let in.
    ///
    /// # Panics
    ///
    /// With the verdict `timed_out` when they have not come after [`half_patience`](crate::half_patience); with `leak` when
    /// so many came that they had to be stopped.
    pub fn wait_for(&self, number: usize) {
        let started = self.door.wait_for(number);
        self.check_limit();
        if started < number {
            fail(Finding::new(
                Verdict::TimedOut,
                format!("{number} worker processes must come, and only {started} did"),
            ));
        }
    }

    /// Looks for processes that remain when the learner's code has returned; what an actor has found comes first.
    ///
    /// # Panics
    ///
    /// With the verdict `leak` when a process still runs, or was never waited for (a zombie, if it has ended), or when so many
    /// were started that they had to be stopped. With what an actor has panicked with.
    pub fn nothing_left(&self) {
        self.door.raise();
        self.check_limit();
        let left = self.left();
        if let Some(message) = left.words() {
            fail(Finding::new(Verdict::Leak, message));
        }
    }

    /// A process of others without a connection has just begun or is about to end: it is given the time to do so.
    fn left(&self) -> Left {
        let end = Instant::now() + half_patience();
        loop {
            let left = census::of(&self.name);
            if left.others <= self.door.inside() || Instant::now() > end {
                return left;
            }
            thread::yield_now();
        }
    }

    fn check_limit(&self) {
        // How many came before they were stopped is left to chance.
        if self.door.is_overrun() {
            let (at_once, in_all) = self.door.limits();
            fail(Finding::new(
                Verdict::Leak,
                format!(
                    "processes were started without end: more than {at_once} at once, or more than {in_all} in all. All of them were ended"
                ),
            ));
        }
    }
}

impl Drop for Program {
    /// Nobody is let in any more, and whoever still runs is ended.
    fn drop(&mut self) {
        self.door.close();
        census::end(&self.name);
    }
}

/// Beside the binary when the runner names no other place: a file can have a second name in its own file system only.
fn folder(binary: &Path) -> io::Result<TempDir> {
    let named = env::var_os("HARNESS_TEMP").map(PathBuf::from);
    let place = named.unwrap_or_else(|| binary.parent().unwrap_or(Path::new(".")).to_path_buf());
    let mut builder = tempfile::Builder::new();
    builder.prefix(lifeline::FOLDER);
    builder.tempdir_in(place).or_else(|_| builder.tempdir())
}

/// A second name for the binary. A copy only where that cannot be: a process that starts while the copy is written
/// inherits the open file, and then the copy cannot be run for a moment.
fn place(binary: &Path, path: &Path) -> io::Result<()> {
    fs::hard_link(binary, path).or_else(|_| fs::copy(binary, path).map(|_| ()))
}
