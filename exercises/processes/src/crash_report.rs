//! # Crash report: one kitchen burns, the banquet goes on
//!
//! A banquet is cooked in several kitchens. Each kitchen is a process of its own, with its own stove and its own store.
//! In one of them the cook panics. In one the gas explodes. One puts a note on the door, "no fish today", and closes.
//! The other kitchens do not even notice, and their dishes are served. In the end the head chef has an entry for each
//! kitchen.
//!
//! **In Python** `Popen.returncode` is one number for everything: 0 is well, 3 is an exit code, and -6 is signal 6. Who
//! forgets to look learns nothing. In Rust the exit code is an `Option`: a process that was killed has none. A Rust
//! program that panics writes the message to its standard error and ends with exit code 101.
//!
//! **Your task**
//! 1. Start all the `workers`. All of them must be able to run at the same time.
//! 2. Wait for each of them, and read all that it writes to standard output and standard error, also when it is much.
//! 3. Say how it ended: well, with an exit code other than 0, or killed. Keep its words as they are.
//! 4. One entry for each worker, in their order, whatever became of the others. Also one that cannot be started has its
//!    entry, and no process is left behind.
//!
//! **Leave alone:** the public names, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::process::Command;

/// How a worker ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Exit code 0.
    Well {
        /// What it wrote to standard output.
        result: String,
    },
    /// Another exit code.
    GaveUp {
        /// The exit code: 101 after a panic.
        code: i32,
        /// What it wrote to standard error.
        complaint: String,
    },
    /// No exit code: it was killed, on Unix by a signal.
    Killed {
        /// What it wrote to standard error before.
        complaint: String,
    },
    /// It could not be started.
    NeverStarted,
}

/// Runs all `workers` at the same time. Returns how each of them ended, in the order of the `workers`.
pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    // TODO 1: start them all, and catch what they write.
    // TODO 2: wait for each. What if one writes more than a pipe can hold?
    // TODO 3: what does its status say?
    // TODO 4: what becomes of the others when one fails?
    todo!("run {} workers and report on each", workers.len())
}
