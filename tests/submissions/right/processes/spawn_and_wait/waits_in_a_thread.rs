//! A thread waits for the process, and its `join` gives the code.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Command;
use std::thread;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Missing,
    NotStarted,
    Killed,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        if error.kind() == ErrorKind::NotFound {
            Failure::Missing
        } else {
            Failure::NotStarted
        }
    }
}

pub fn run(program: &Path) -> Result<i32, Failure> {
    let mut child = Command::new(program).spawn()?;
    let waiting = thread::spawn(move || child.wait());
    let status = waiting.join().expect("who waits does not panic")?;
    status.code().ok_or(Failure::Killed)
}
