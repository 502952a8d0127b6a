//! Looks until it has ended.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;
use std::thread;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}
pub fn run(program: &Path) -> Result<i32, Failure> {
    let mut c = Command::new(program).spawn().map_err(|e| {
        if e.kind() == ErrorKind::NotFound {
            Failure::Missing
        } else {
            Failure::NotStarted
        }
    })?;
    loop {
        match c.try_wait() {
            Ok(Some(s)) => return s.code().ok_or(Failure::Killed),
            Ok(None) => thread::yield_now(),
            Err(_) => return Err(Failure::NotStarted),
        }
    }
}
