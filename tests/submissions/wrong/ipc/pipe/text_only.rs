//! verdict: wrong_result
//! Takes the answer for text: what is no UTF-8 is an error.

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
    String::from_utf8(output.stdout)
        .map(String::into_bytes)
        .map_err(io::Error::other)
}

fn hand_in(mut stdin: ChildStdin, question: &[u8]) -> io::Result<()> {
    match stdin.write_all(question) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
