//! A detached thread writes and says through a channel how it went.

use std::io::{self, Cursor, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().expect("piped");
    let mut question = Cursor::new(question.to_vec());
    let (done, written) = mpsc::channel();
    thread::spawn(move || {
        let copied = io::copy(&mut question, &mut stdin);
        drop(stdin);
        let _ = done.send(copied);
    });
    let output = child.wait_with_output()?;
    let copied = written.recv().map_err(io::Error::other)?;
    if let Err(error) = copied
        && error.kind() != ErrorKind::BrokenPipe
    {
        return Err(error);
    }
    match output.status.code() {
        Some(0) => Ok(output.stdout),
        Some(code) => Err(io::Error::other(format!("exit code {code}"))),
        None => Err(io::Error::other("killed by a signal")),
    }
}
