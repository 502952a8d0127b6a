//! `status` starts and waits in one call.

use std::io::ErrorKind::NotFound;
use std::path::Path;
use std::process::Command;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    match Command::new(program).status() {
        Ok(status) => status.code().ok_or(Failure::Killed),
        Err(error) if error.kind() == NotFound => Err(Failure::Missing),
        Err(_) => Err(Failure::NotStarted),
    }
}
