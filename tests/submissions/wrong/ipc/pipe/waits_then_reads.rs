//! verdict: timed_out
//! Waits for the end of the process before it reads: a long answer does not fit into the pipe.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().expect("piped");
    let question = question.to_vec();
    let writing = thread::spawn(move || {
        let _ = stdin.write_all(&question);
    });
    let status = child.wait()?;
    writing.join().unwrap();
    let mut answer = Vec::new();
    child
        .stdout
        .take()
        .expect("piped")
        .read_to_end(&mut answer)?;
    if status.success() {
        Ok(answer)
    } else {
        Err(io::Error::other("the program failed"))
    }
}
