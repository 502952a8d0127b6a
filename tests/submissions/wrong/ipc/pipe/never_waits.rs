//! verdict: leak
//! Reads the answer and forgets the process.

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
    thread::scope(|scope| {
        scope.spawn(move || {
            let _ = stdin.write_all(question);
        });
        let mut answer = Vec::new();
        stdout.read_to_end(&mut answer)?;
        Ok(answer)
    })
}
