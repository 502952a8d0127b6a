//! verdict: wrong_result
//! Looks whether there is a file, and believes that it can be started then.

use std::path::Path;
use std::process::Command;
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
    if program.is_dir() {
        return Err(Failure::NotStarted);
    }
    Command::new(program)
        .status()
        .unwrap()
        .code()
        .ok_or(Failure::Killed)
}
