//! verdict: wrong_result
//! A constant: nothing is ever started.

use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    if program.is_file() {
        Ok(0)
    } else if program.exists() {
        Err(Failure::NotStarted)
    } else {
        Err(Failure::Missing)
    }
}
