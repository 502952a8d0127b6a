//! verdict: timed_out
//! Writes all, closes, reads all: two full pipes stop both processes.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().expect("piped");
    let written = stdin.write_all(question);
    drop(stdin);
    let output = child.wait_with_output()?;
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
        _ => {}
    }
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(io::Error::other("the program failed"))
    }
}
