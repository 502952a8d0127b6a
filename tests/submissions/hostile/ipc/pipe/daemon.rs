//! verdict: leak
//! Starts the program once more, in a group of its own, and leaves it there with the test's output in its hand.

use std::io::{self, ErrorKind, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    Command::new(program)
        .stdin(Stdio::null())
        .process_group(0)
        .spawn()?;
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let stdin = child.stdin.take();
    let (written, output) = thread::scope(|scope| {
        let writing = scope.spawn(|| stdin.map_or(Ok(()), |mut stdin| stdin.write_all(question)));
        let output = child.wait_with_output();
        (writing.join().unwrap(), output)
    });
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        written => written?,
    }
    let output = output?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(io::Error::other("it failed")),
    }
}
