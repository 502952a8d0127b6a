//! Looks whether the file is there before it starts it, as a C programmer would with `access`.

use std::path::Path;
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    if !program.exists() {
        return Err(Failure::Missing);
    }
    let Ok(mut child) = Command::new(program).stdin(Stdio::null()).spawn() else {
        return Err(Failure::NotStarted);
    };
    let Ok(status) = child.wait() else {
        return Err(Failure::NotStarted);
    };
    status.code().ok_or(Failure::Killed)
}
