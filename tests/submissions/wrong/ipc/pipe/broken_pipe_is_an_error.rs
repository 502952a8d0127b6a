//! verdict: wrong_result
//! Gives up the answer of a program that did not need the whole question.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().expect("piped");
    let (written, output) = thread::scope(|scope| {
        let writing = scope.spawn(move || stdin.write_all(question));
        let output = child.wait_with_output();
        (writing.join().unwrap(), output)
    });
    written?;
    let output = output?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(io::Error::other("the program failed"))
    }
}
