//! verdict: wrong_result
//! Makes text of the answer, and puts a mark in the place of what is none.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::thread;

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let stdin = child.stdin.take();
    let (written, output) = thread::scope(|scope| {
        let writing = scope.spawn(|| stdin.map_or(Ok(()), |stdin| hand_in(stdin, question)));
        let output = child.wait_with_output();
        (writing.join().unwrap(), output)
    });
    let output = output?;
    written?;
    if !output.status.success() {
        let message = format!("{} failed: {}", program.display(), output.status);
        return Err(io::Error::other(message));
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .into_owned()
        .into_bytes())
}

fn hand_in(mut stdin: ChildStdin, question: &[u8]) -> io::Result<()> {
    match stdin.write_all(question) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
