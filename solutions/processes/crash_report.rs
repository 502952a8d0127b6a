//! # Crash report: one kitchen burns, the banquet goes on
//!
//! A banquet is cooked in several kitchens. Each kitchen is a process of its own, with its own stove and its own store.
//! In one of them the cook panics. In one the gas explodes. One puts a note on the door, "no fish today", and closes.
//! The other kitchens do not even notice, and their dishes are served. In the end the head chef has an entry for each
//! kitchen.

use std::process::{Child, Command, Output, Stdio};

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
    let started: Vec<_> = workers
        .into_iter()
        .map(|mut worker| {
            worker.stdin(Stdio::null());
            worker.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
        })
        // Collected, since an iterator would start each worker only when the one before has been waited for.
        .collect();
    started
        .into_iter()
        // The decisive line: a failure is one entry of the list, and everybody else is waited for. And both pipes are
        // read while it runs: who reads one to its end first lets the worker wait at the other, which is full.
        .map(|child| child.and_then(Child::wait_with_output))
        .map(|output| output.map_or(End::NeverStarted, |output| end(&output)))
        .collect()
}

fn end(output: &Output) -> End {
    let complaint = text(&output.stderr);
    // No exit code is not exit code 0: who was killed has none.
    match output.status.code() {
        Some(0) => End::Well {
            result: text(&output.stdout),
        },
        Some(code) => End::GaveUp { code, complaint },
        None => End::Killed { complaint },
    }
}

/// A worker that dies may leave half a character behind.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

// Wrong turns
// - `code().unwrap_or(0)`: who was killed counts as well (wrong/killed_is_well.rs).
// - `?` or `unwrap` on the first failure: the others' dishes are lost (wrong/first_failure_loses_the_rest.rs).
// - `wait`, then read: the worker waits at a full pipe, you wait for the worker (wrong/waits_before_reading.rs).
// - standard output to its end, then standard error: the same with the other pipe (wrong/one_pipe_after_the_other.rs).
// - `output` in a loop: right entries, one kitchen at a time (wrong/one_by_one.rs is serial).
