//! verdict: wrong_result
//! Does not look at what the error says.

use std::path::Path;
use std::process::Command;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    let status = Command::new(program)
        .status()
        .map_err(|_| Failure::Missing)?;
    status.code().ok_or(Failure::Killed)
}
