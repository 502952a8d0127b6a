//! # Spawn and wait: a cake from another kitchen
//!
//! The wedding cake does not fit into this oven. The head chef sends for it to another kitchen, with its own cooks and its
//! own stove, and waits for word how it went. The word is a number: 0 is well, and any other number says what went wrong.
//! Sometimes there is no such kitchen. And sometimes a kitchen burns down before it can send any number at all.
//!
//! **In Python** this is `subprocess.run([program]).returncode`. A program that is missing raises `FileNotFoundError`, and
//! death by a signal is a negative number among the others. In Rust both are in the types: to start gives a `Result`, and
//! the exit code is an `Option`.
//!
//! **Your task**
//! 1. Start the `program`, without arguments, as a process of its own.
//! 2. Wait until it has ended, and return its exit code, whatever the number.
//! 3. Return an error when there is no such program, when it cannot be started, and when a signal has ended it. Do not
//!    panic.
//!
//! When `run` returns, the process has ended, and the system need not keep its exit code any more.
//!
//! **Leave alone:** the public names, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::path::Path;

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
pub fn run(program: &Path) -> Result<i32, Failure> {
    // TODO 1: start it. What does the error say when that fails?
    // TODO 2: wait for its end.
    // TODO 3: is there a code?
    todo!("run {} and wait for its end", program.display())
}
