//! A thread reads while this one writes.

use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdout = child.stdout.take().expect("piped");
    let reader = thread::spawn(move || {
        let mut answer = Vec::new();
        stdout.read_to_end(&mut answer).map(|_| answer)
    });
    let mut stdin = child.stdin.take().expect("piped");
    let written = stdin.write_all(question);
    drop(stdin);
    let answer = reader.join().expect("the reader does not panic");
    let status = child.wait()?;
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ if !status.success() => Err(io::Error::other(status.to_string())),
        _ => answer,
    }
}
