//! `output` waits too, and gives what the program has printed, which nobody reads here.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    let output = Command::new(program).output();
    let output = output.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::Missing,
        _ => Failure::NotStarted,
    })?;
    match output.status.code() {
        Some(code) => Ok(code),
        None => Err(Failure::Killed),
    }
}
