//! The stages of the grader's sandbox: from a plan to a program behind walls.
//!
//! Each is a process of its own, started anew, so that each wall can be built by a process of one thread:
//!
//! 1. `jail-outer` (see `outer.rs`): new namespaces for users, mounts, processes, network, IPC, host name, cgroups. It
//!    builds the tree of files and waits. As root it first collects the files, then becomes a user that exists nowhere
//!    else, for good.
//! 2. `jail-init`: process 1 of the new process namespace. For each turn (see `turn.rs`) it makes the writable folder anew,
//!    starts the program, reaps, ends everybody when the program has ended or its time is up, sends out the files that
//!    were asked for. While the program runs it has laid aside its rights, and it can be traced by nobody.
//! 3. `jail-program`: enters the tree, in a mount namespace of its own, gives up all rights, sets the limits and the filter
//!    of system calls, becomes the program.
//!
//! Nothing here knows of exercises or grades.

// Elsewhere there is no sandbox, and nobody reads a plan.
#![cfg_attr(not(target_os = "linux"), allow(dead_code))]

pub mod plan;
pub mod room;

#[cfg(target_os = "linux")]
mod linux;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
pub use linux::{bare, outer};
pub use room::{Limits, Processes, Room, Turn};

/// Runs this process as a stage, when it was started as one. To be asked before anything else is done: a stage is a process
/// of one thread.
#[must_use]
pub fn stage() -> Option<ExitCode> {
    #[cfg(target_os = "linux")]
    return linux::stage();
    #[cfg(not(target_os = "linux"))]
    None
}
