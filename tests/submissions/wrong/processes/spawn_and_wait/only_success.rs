//! verdict: wrong_result
//! Every number but 0 becomes 1.

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
    match Command::new(program).status() {
        Ok(status) if status.code().is_none() => Err(Failure::Killed),
        Ok(status) => Ok(i32::from(!status.success())),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Failure::Missing),
        Err(_) => Err(Failure::NotStarted),
    }
}
