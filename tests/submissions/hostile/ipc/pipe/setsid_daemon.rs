//! verdict: wrong_result
//! Starts a daemon in a session of its own, which holds the test's output open for a day.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn ask(_program: &Path, _question: &[u8]) -> io::Result<Vec<u8>> {
    Command::new("setsid")
        .args(["--fork", "sleep", "86400"])
        .stdin(Stdio::null())
        .spawn()?;
    Ok(b"go on without me".to_vec())
}
