//! # Spawn and wait: a cake from another kitchen
//!
//! The wedding cake does not fit into this oven. The head chef sends for it to another kitchen, with its own cooks and its
//! own stove, and waits for word how it went. The word is a number: 0 is well, and any other number says what went wrong.
//! Sometimes there is no such kitchen. And sometimes a kitchen burns down before it can send any number at all.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Command;

/// Why there is no exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no such program.
    Missing,
    /// It is there, and cannot be started: it may be no program at all.
    NotStarted,
    /// A signal has ended it: it was killed, or has aborted. Only on Unix.
    Killed,
}

/// Runs the `program` to its end. Returns its exit code.
///
/// # Errors
///
/// When there is no exit code: see [`Failure`].
pub fn run(program: &Path) -> Result<i32, Failure> {
    let mut child = Command::new(program).spawn().map_err(why)?;
    // The decisive line: a child that is only dropped runs on, and when it ends, nobody takes its exit code. The system
    // must keep it then, as a zombie, for as long as this process lives.
    let status = child.wait().map_err(why)?;
    // No default here: 0 would call a death a success, and any other number could be a real exit code.
    status.code().ok_or(Failure::Killed)
}

fn why(error: io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => Failure::Missing,
        _ => Failure::NotStarted,
    }
}

// Wrong turns
// - no `wait`: the chef calls the cake done when the message has left (wrong/never_waits.rs leaks).
// - a signal counts as 0: a kitchen burns down, and all is well (wrong/signal_is_zero.rs).
// - a signal counts as a number, as in Python: who reads the number must know it (wrong/signal_is_a_number.rs).
// - `expect` on `spawn`: a missing program is the end of this one (wrong/panics_when_missing.rs).
// - `success`: every number but 0 becomes the same (wrong/only_success.rs).
