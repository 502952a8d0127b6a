//! Ctrl-C, a closed terminal, `kill`: whatever was started is killed, the terminal is as it was, the exit code is 130.
//!
//! Nothing of the learner's is lost by leaving at once: every file is written beside its place and renamed into it.

use std::io::Write;
use std::process::Child;
use std::sync::{Mutex, PoisonError};

use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::exit::Exit;
use crate::scratch;

/// The process groups to kill when a signal comes. A group leaves the list before its leader is reaped, so that a
/// number which the system has given to somebody else is never killed.
static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// What to say to whoever has ended the run before its time.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// Held from a signal to the end of the process.
static LASTING: Mutex<()> = Mutex::new(());

/// Does what must be done whole or not at all, and not any more once a signal has come: from then on tests are killed and
/// folders removed, and what follows from that is about nobody's program.
pub(crate) fn lasting<T>(write: impl FnOnce() -> T) -> T {
    let _held = LASTING.lock().unwrap_or_else(PoisonError::into_inner);
    write()
}

/// Says this on standard error when a signal ends the run.
pub(crate) fn last_words(text: Option<String>) {
    *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = text;
}

/// Starts the thread that waits for SIGINT, SIGTERM and SIGHUP.
///
/// # Errors
/// The system refuses the handlers.
pub(crate) fn install() -> std::io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    std::thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            if signals.forever().next().is_some() {
                leave();
            }
        })?;
    Ok(())
}

/// Holds the locks to the end, as [`Group::spawn`] does while it spawns: no child slips in between.
fn leave() -> ! {
    let _lasting = LASTING.lock().unwrap_or_else(PoisonError::into_inner);
    let groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
    for group in groups.iter() {
        // A group that has just ended is what we want.
        let _ = kill_process_group(*group, Signal::KILL);
    }
    scratch::close();
    // A spinner hides the cursor and owns its line.
    if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        let _ = std::io::stderr().write_all(b"\r\x1b[2K\x1b[?25h");
    }
    let words = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(words) = &*words {
        let _ = writeln!(std::io::stderr(), "{words}");
    }
    std::process::exit(i32::from(Exit::Interrupted.code()));
}

/// A child's process group that dies with the runner, for as long as this value lives.
///
/// Drop it before the child is reaped.
#[derive(Debug)]
pub(crate) struct Group(Pid);

impl Group {
    /// Spawns `command` as the leader of a group of its own, known to the signal thread from its first moment.
    ///
    /// # Errors
    /// The program cannot be started.
    pub(crate) fn spawn(command: &mut std::process::Command) -> std::io::Result<(Child, Self)> {
        use std::os::unix::process::CommandExt;
        let mut groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        let child = command.process_group(0).spawn()?;
        let pid = Pid::from_child(&child);
        groups.push(pid);
        Ok((child, Self(pid)))
    }

    /// Kills every process of the group. One that is gone already is no error.
    pub(crate) fn kill(&self) {
        let _ = kill_process_group(self.0, Signal::KILL);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let mut groups = GROUPS.lock().unwrap_or_else(PoisonError::into_inner);
        groups.retain(|group| *group != self.0);
    }
}
