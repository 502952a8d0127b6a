//! Makes the pipes itself, as a C programmer would with `pipe` and `dup2`.

use std::io::{self, PipeReader, Read};
use std::path::Path;
use std::process::{Child, Command};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut workers: Vec<(Child, PipeReader)> = Vec::new();
    for number in numbers {
        let (reader, writer) = io::pipe()?;
        // The command goes away at the end of this statement, and with it our end for writing.
        let child = Command::new(program)
            .arg(number.to_string())
            .stdout(writer)
            .spawn()?;
        workers.push((child, reader));
    }
    let mut lines = vec![];
    for (mut child, mut reader) in workers {
        let mut said = String::new();
        reader.read_to_string(&mut said)?;
        child.wait()?;
        lines.push(format!("worker-{}: {}", lines.len() + 1, said.trim()));
    }
    Ok(lines)
}
