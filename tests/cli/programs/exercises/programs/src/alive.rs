//! Processes that never end, and start others that do not know of the test.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the program twice at once.
pub fn supervise(program: &Path) {
    // TODO: bring it to an end.
    fs::write(std::env::temp_dir().join("left-behind"), "x").expect("a temporary file");
    let start = || Command::new(program).spawn().expect("it can be started");
    for mut child in [start(), start()] {
        child.wait().expect("it is a child of this process");
    }
}

/// What the program does.
pub fn work() {
    let status = Command::new("sleep").arg("86400").status();
    status.expect("there is a sleep");
}
