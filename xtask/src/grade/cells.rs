//! Where submissions are built and run: a sandbox for each program that runs at a time.

mod linker;
pub(crate) mod names;

use std::ffi::OsStr;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use rustix::process::Signal;

use super::jail::{Jail, Limits, Processes, Room, Turn, outside};
use crate::batch;
use crate::build::toolchain::Toolchain;
use crate::run::place::{self, Call, Place, Series, Trade};
use crate::run::process::{self, End, Ran};
use linker::Linker;
use names::Names;

/// What every program of the system needs to start: where its libraries lie. Those that are not there are left out.
const LIBRARIES: [&str; 5] = [
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/etc/ld.so.cache",
];

/// Where the linker lies, and what process exercises may start.
const PROGRAMS: [&str; 3] = ["/bin", "/usr/bin", "/usr/libexec"];

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
    linker: Linker,
}

impl Cells {
    /// Opens the first one, so that what cannot work is known before the first submission.
    ///
    /// # Errors
    /// There can be no sandbox here, or the compiler does not say where it lies.
    pub(crate) fn open(kept: &Path, closed: bool, tools: &Toolchain) -> anyhow::Result<Self> {
        let sysroot = tools.sysroot()?;
        let cells = Self {
            kept: kept.to_path_buf(),
            closed,
            free: Mutex::default(),
            opened: AtomicU32::new(0),
            linker: Linker::of(&sysroot, kept)?,
            sysroot,
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

    fn room(&self, call: &Call, mut turns: Vec<Turn>, patience: usize) -> anyhow::Result<Room> {
        let command = &call.command;
        let names = if self.closed {
            Names::of(call, &self.kept)
        } else {
            Names::default()
        };
        let folder = match call.trade {
            Trade::Compiler => &call.writable,
            Trade::Threads | Trade::Processes => {
                command.get_current_dir().unwrap_or(&call.writable)
            }
        };
        let program = match call.trade {
            Trade::Compiler => self.sysroot.join("bin/rustc"),
            Trade::Threads | Trade::Processes => command.get_program().into(),
        };
        let mut args = command
            .get_args()
            .map(|arg| Ok(names.text(&text(arg)?)))
            .collect::<anyhow::Result<Vec<_>>>()?;
        if call.trade == Trade::Compiler {
            args.extend(self.linker.args()?);
        }
        for (inside, _) in turns.iter_mut().flat_map(|turn| &mut turn.fetch) {
            *inside = names.path(inside);
        }
        Ok(Room {
            program: names.path(&program),
            args,
            turns,
            patience,
            env: self.environment(call, &names)?,
            readable: self.readable(call, &names),
            writable: Some(names.path(&call.writable)),
            folder: names.path(folder),
            limits: limits(call),
            processes: match call.trade {
                Trade::Threads => Processes::Threads,
                Trade::Compiler => Processes::Yes,
                // A program must find itself to start itself again, and the tests look for those that are left.
                Trade::Processes => Processes::Visible,
            },
        })
    }

    fn environment(&self, call: &Call, names: &Names) -> anyhow::Result<Vec<(String, String)>> {
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
        for (_, value) in &mut env {
            *value = names.text(value);
        }
        Ok(env)
    }

    /// Each at its own path, but for the folders of this run.
    fn readable(&self, call: &Call, names: &Names) -> Vec<(PathBuf, PathBuf)> {
        let mut wanted: Vec<PathBuf> = LIBRARIES.map(PathBuf::from).to_vec();
        wanted.extend(call.readable.iter().cloned());
        wanted.push(call.command.get_program().into());
        if call.trade != Trade::Threads {
            wanted.extend(PROGRAMS.map(PathBuf::from));
        }
        if call.trade == Trade::Compiler {
            wanted.push(self.sysroot.clone());
            wanted.extend(self.linker.folder());
        }
        wanted.retain(|path| path.is_absolute() && path.symlink_metadata().is_ok());
        wanted
            .into_iter()
            .map(|path| {
                let inside = names.path(&path);
                (path, inside)
            })
            .collect()
    }

    /// How each turn ended, beside what came of all of them.
    fn enter(
        &self,
        room: &Room,
        input: &[u8],
        limits: process::Limits,
    ) -> anyhow::Result<(Ran, Vec<End>)> {
        let jail = self.take()?;
        let mut command = jail.command(room)?;
        let limits = if self.closed { outside(room) } else { limits };
        let ran = process::run_with(&mut command, input, limits)
            .context("failed to start the sandbox")?;
        let ends = jail.ended(room, ran.end)?;
        self.put_back(jail);
        Ok((ran, ends.into_iter().map(in_time).collect()))
    }
}

impl Place for Cells {
    fn run(&self, call: Call) -> anyhow::Result<Ran> {
        let turn = Turn {
            args: Vec::new(),
            input: call.input.len(),
            fetch: call.fetch.clone(),
        };
        let room = self.room(&call, vec![turn], 1)?;
        let (mut ran, ends) = self.enter(&room, &call.input, call.limits)?;
        ran.end = *ends
            .first()
            .context("the sandbox does not say how its program ended")?;
        Ok(ran)
    }

    fn take_turns(
        &self,
        call: Call,
        turns: Vec<place::Turn>,
        patience: usize,
    ) -> anyhow::Result<Series> {
        if !self.closed {
            return place::one_by_one(self, &call, turns, patience);
        }
        let input: Vec<u8> = turns.iter().flat_map(|turn| turn.input.clone()).collect();
        let turns: Vec<Turn> = turns
            .into_iter()
            .map(|turn| Turn {
                args: turn.args,
                input: turn.input.len(),
                fetch: turn.fetch,
            })
            .collect();
        let room = self.room(&call, turns, patience)?;
        let (ran, ends) = self.enter(&room, &input, call.limits)?;
        Ok(Series { ends, cpu: ran.cpu })
    }

    fn inside(&self, path: &Path) -> PathBuf {
        if self.closed {
            Names::around(path, &self.kept).path(path)
        } else {
            path.to_path_buf()
        }
    }
}

/// How much longer than its CPU time a compiler may take by the wall.
const PATIENCE: u32 = 10;

/// Which of the two clocks was first is left to chance where many threads burn many cores.
fn in_time(end: End) -> End {
    match end {
        End::Exited(status) if status.signal() == Some(Signal::XCPU.as_raw()) => End::Killed,
        end => end,
    }
}

/// What each kind of program may take. Honest ones need a tenth of it.
fn limits(call: &Call) -> Limits {
    let process::Limits { time, output } = call.limits;
    let cores = u32::try_from(batch::jobs()).unwrap_or(u32::MAX);
    let common = Limits {
        wall: time,
        // As much as it can take in its time: whoever burns all cores is stopped by the time that they all have.
        cpu: time.saturating_mul(cores) + Duration::from_secs(1),
        memory: 512 * MIB,
        processes: 256,
        files: 256,
        file_size: 64 * MIB,
        disk: 64 * MIB,
        output,
    };
    match call.trade {
        // What a compiler takes is CPU time: by the wall, a busy machine would refuse right programs.
        Trade::Compiler => Limits {
            wall: time * PATIENCE,
            cpu: time,
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
