//! # Pipe: a hatch between two kitchens
//!
//! The pastry kitchen next door is a program of its own. Two hatches lead there: through one you hand in what you have,
//! through the other comes what they made. A hatch holds only so much. When it is full, whoever wants to put something
//! in must wait until somebody takes something out. And next door they know that you have finished when you close
//! yours.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::thread;

/// Hands the question to the program's standard input, and returns what came from its standard output.
///
/// # Errors
///
/// When the program cannot be started, or does not end with exit code 0.
pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let stdin = child.stdin.take();
    let (written, output) = thread::scope(|scope| {
        // The decisive line: a thread writes while this one reads. One after the other, both processes would wait for
        // ever: each pipe is full, and nobody takes anything out.
        let writing = scope.spawn(|| stdin.map_or(Ok(()), |stdin| hand_in(stdin, question)));
        // Reads to the end, and waits for the process too.
        let output = child.wait_with_output();
        (writing.join().unwrap(), output)
    });
    let output = output?;
    written?;
    if !output.status.success() {
        let message = format!("{} failed: {}", program.display(), output.status);
        return Err(io::Error::other(message));
    }
    Ok(output.stdout)
}

/// Takes the pipe by value: it closes when this returns, and that is how the program learns that no more comes.
fn hand_in(mut stdin: ChildStdin, question: &[u8]) -> io::Result<()> {
    match stdin.write_all(question) {
        // Nobody reads any more, because the program knows enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

// Wrong turns
// - to keep the pipe open while waiting: the program waits for more, you wait for the program (wrong/never_closes.rs).
// - to write all and then read: right for short questions, and stuck for long ones (wrong/writes_then_reads.rs).
// - to take a broken pipe for a failure: the answer was there (wrong/broken_pipe_is_an_error.rs).
// - to leave by `?` while the process still runs: nobody waits for it (wrong/leaves_early.rs).
