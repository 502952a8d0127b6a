//! verdict: leak
//! Leaves by `?` when the program has closed its input and is going to fail.

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
    let mut stdout = child.stdout.take().expect("piped");
    let (written, answer) = thread::scope(|scope| {
        let writing = scope.spawn(move || stdin.write_all(question));
        let mut answer = Vec::new();
        let read = stdout.read_to_end(&mut answer).map(|_| answer);
        (writing.join().unwrap(), read)
    });
    let answer = answer?;
    if answer.is_empty() {
        written?;
    }
    if child.wait()?.success() {
        Ok(answer)
    } else {
        Err(io::Error::other("the program failed"))
    }
}
