//! Processes that end.

use std::path::Path;
use std::process::Command;

/// Runs the program twice at once.
pub fn supervise(program: &Path) {
    let start = || Command::new(program).spawn().expect("it can be started");
    for mut child in [start(), start()] {
        child.wait().expect("it is a child of this process");
    }
}

/// What the program does.
pub fn work() {}
