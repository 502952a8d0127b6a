//! The tests give a program to start.

use std::path::Path;
use std::process::Command;

/// What the program prints.
pub fn heard(program: &Path) -> String {
    let output = Command::new(program).output().expect("it can be started");
    String::from_utf8(output.stdout).expect("it prints text")
}
