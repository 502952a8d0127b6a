//! verdict: wrong_result
//! Takes what the first `read` brings for all of the answer.

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
        let mut answer = vec![0; 1 << 20];
        let length = stdout.read(&mut answer)?;
        answer.truncate(length);
        drop(stdout);
        let status = child.wait()?;
        if status.success() {
            Ok(answer)
        } else {
            Err(io::Error::other("the program failed"))
        }
    })
}
