//! Where submissions are built and run: a sandbox for each program that runs at a time.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;

use super::jail::{Jail, Limits, Processes, Room};
use crate::build::toolchain::Toolchain;
use crate::run::place::{Call, Place, Trade};
use crate::run::process::{self, Ran};

/// What every program of the system needs to start: where its libraries lie. Those that are not there are left out.
const LIBRARIES: [&str; 5] = [
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/etc/ld.so.cache",
];

/// Where the linker lies, and what process exercises may start. On Debian the way to `cc` goes through the alternatives;
/// rustc takes its own fast linker behind `cc` only, and not where it is told another name.
const PROGRAMS: [&str; 4] = ["/bin", "/usr/bin", "/usr/libexec", "/etc/alternatives"];

const MIB: u64 = 1 << 20;

/// All cells of one grading.
#[derive(Debug)]
pub(crate) struct Cells {
    kept: PathBuf,
    /// Whether there are walls.
    closed: bool,
    free: Mutex<Vec<Jail>>,
    opened: AtomicU32,
    /// The compiler's own folder.
    sysroot: PathBuf,
}

impl Cells {
    /// Opens the first one, so that what cannot work is known before the first submission.
    ///
    /// # Errors
    /// There can be no sandbox here, or the compiler does not say where it lies.
    pub(crate) fn open(kept: &Path, closed: bool, tools: &Toolchain) -> anyhow::Result<Self> {
        let cells = Self {
            kept: kept.to_path_buf(),
            closed,
            free: Mutex::default(),
            opened: AtomicU32::new(0),
            sysroot: tools.sysroot()?,
        };
        let first = cells.take()?;
        cells.put_back(first);
        Ok(cells)
    }

    fn take(&self) -> anyhow::Result<Jail> {
        let free = self
            .free
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        match free {
            Some(jail) => Ok(jail),
            None if self.closed => Jail::open(&self.kept, self.opened.fetch_add(1, Relaxed)),
            None => Jail::none(&self.kept),
        }
    }

    fn put_back(&self, jail: Jail) {
        self.free
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(jail);
    }

    fn room(&self, call: &Call) -> anyhow::Result<Room> {
        let command = &call.command;
        let folder = command.get_current_dir().unwrap_or(&call.writable);
        let program = match call.trade {
            Trade::Compiler => self.sysroot.join("bin/rustc"),
            Trade::Threads | Trade::Processes => command.get_program().into(),
        };
        let args = command
            .get_args()
            .map(text)
            .collect::<anyhow::Result<Vec<_>>>()?;
        Ok(Room {
            program,
            args,
            env: self.environment(call)?,
            readable: self.readable(call),
            writable: Some(call.writable.clone()),
            fetch: call.fetch.clone(),
            folder: match call.trade {
                Trade::Compiler => call.writable.clone(),
                Trade::Threads | Trade::Processes => folder.to_path_buf(),
            },
            limits: limits(call),
            processes: match call.trade {
                Trade::Threads => Processes::Threads,
                Trade::Compiler => Processes::Yes,
                // A program must find itself to start itself again, and the tests look for those that are left.
                Trade::Processes => Processes::Visible,
            },
        })
    }

    fn environment(&self, call: &Call) -> anyhow::Result<Vec<(String, String)>> {
        let mut env = Vec::new();
        for (name, value) in call.command.get_envs() {
            // With the sandbox dies all that is in it: nobody need watch a lock that is not to be seen there.
            let is_needless = self.closed && name == "HARNESS_LIFELINE";
            if let Some(value) = value.filter(|_| !is_needless) {
                env.push((text(name)?, text(value)?));
            }
        }
        env.push(("PATH".to_owned(), "/usr/bin:/bin".to_owned()));
        let temporary = ("TMPDIR".to_owned(), text(call.writable.as_os_str())?);
        if env.iter().all(|(name, _)| name != "TMPDIR") {
            env.push(temporary);
        }
        if call.trade == Trade::Compiler {
            let libraries = self.sysroot.join("lib");
            env.push(("LD_LIBRARY_PATH".to_owned(), text(libraries.as_os_str())?));
        }
        Ok(env)
    }

    /// Each at its own path.
    fn readable(&self, call: &Call) -> Vec<(PathBuf, PathBuf)> {
        let mut wanted: Vec<PathBuf> = LIBRARIES.map(PathBuf::from).to_vec();
        wanted.extend(call.readable.iter().cloned());
        wanted.push(call.command.get_program().into());
        if call.trade != Trade::Threads {
            wanted.extend(PROGRAMS.map(PathBuf::from));
        }
        if call.trade == Trade::Compiler {
            wanted.push(self.sysroot.clone());
        }
        wanted.retain(|path| path.is_absolute() && path.symlink_metadata().is_ok());
        wanted
            .into_iter()
            .map(|path| (path.clone(), path))
            .collect()
    }
}

impl Place for Cells {
    fn run(&self, call: Call) -> anyhow::Result<Ran> {
        let room = self.room(&call)?;
        let jail = self.take()?;
        let mut command = jail.command(&room)?;
        let limits = if self.closed {
            room.limits.outside()
        } else {
            call.limits
        };
        let mut ran = process::run_with(&mut command, &call.input, limits)
            .context("failed to start the sandbox")?;
        ran.end = jail.ended(&room, ran.end)?;
        self.put_back(jail);
        Ok(ran)
    }
}

/// What each kind of program may take. Honest ones need a tenth of it.
fn limits(call: &Call) -> Limits {
    let process::Limits { time, output } = call.limits;
    let common = Limits {
        wall: time,
        cpu: time + Duration::from_secs(1),
        memory: 512 * MIB,
        processes: 256,
        files: 256,
        file_size: 64 * MIB,
        disk: 64 * MIB,
        output,
    };
    match call.trade {
        Trade::Compiler => Limits {
            memory: 2048 * MIB,
            processes: 64,
            files: 1024,
            file_size: 256 * MIB,
            disk: 512 * MIB,
            ..common
        },
        Trade::Threads => common,
        // Memory is a limit of each process, so this bounds what all of them can take together.
        Trade::Processes => Limits {
            memory: 128 * MIB,
            processes: 128,
            ..common
        },
    }
}

fn text(said: &OsStr) -> anyhow::Result<String> {
    let text = said.to_str().map(str::to_owned);
    text.with_context(|| {
        format!(
            "{} is no UTF-8, and the sandbox cannot be told of it",
            said.display()
        )
    })
}
