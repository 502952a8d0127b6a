//! verdict: wrong_result
//! Expects that the program is there.

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
        .expect("the program is there");
    status.code().ok_or(Failure::Killed)
}
