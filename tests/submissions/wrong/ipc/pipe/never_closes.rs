//! verdict: timed_out
//! Keeps its end of the pipe while it waits for the end of the answer.

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
    let answer = thread::scope(|scope| {
        let reading = scope.spawn(|| {
            let mut answer = Vec::new();
            stdout.read_to_end(&mut answer).map(|_| answer)
        });
        stdin.write_all(question)?;
        reading.join().unwrap()
    });
    let status = child.wait()?;
    drop(stdin);
    if status.success() {
        answer
    } else {
        Err(io::Error::other("the program failed"))
    }
}
