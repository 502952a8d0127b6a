//! verdict: serial
//! Two workers at once, and the others wait until both have ended.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut lines = Vec::new();
    for pair in numbers.chunks(2) {
        let mut workers = Vec::new();
        for number in pair {
            let mut command = Command::new(program);
            command.arg(number.to_string()).stdout(Stdio::piped());
            workers.push(command.spawn()?);
        }
        for worker in workers {
            let output = worker.wait_with_output()?;
            let said = String::from_utf8_lossy(&output.stdout);
            lines.push(format!("worker-{}: {}", lines.len() + 1, said.trim()));
        }
    }
    Ok(lines)
}
