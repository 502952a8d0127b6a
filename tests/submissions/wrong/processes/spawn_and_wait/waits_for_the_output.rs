//! verdict: leak
//! The end of the output is not the end of the program.

use std::io::{ErrorKind, Read};
use std::path::Path;
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    let mut child = Command::new(program)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::Missing,
            _ => Failure::NotStarted,
        })?;
    let mut told = String::new();
    let _ = child.stdout.take().unwrap().read_to_string(&mut told);
    Ok(0)
}
