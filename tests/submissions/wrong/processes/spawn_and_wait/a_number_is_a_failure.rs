//! verdict: wrong_result
//! Takes an exit code that is not 0 for a failure to run.

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
        Ok(status) => match status.code() {
            Some(0) => Ok(0),
            Some(_) => Err(Failure::NotStarted),
            None => Err(Failure::Killed),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Failure::Missing),
        Err(_) => Err(Failure::NotStarted),
    }
}
