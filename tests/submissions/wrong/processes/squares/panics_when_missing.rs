//! verdict: wrong_result
//! Expects that every worker can be started.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut workers = Vec::new();
    for number in numbers {
        let mut command = Command::new(program);
        command.arg(number.to_string()).stdout(Stdio::piped());
        workers.push(command.spawn().expect("a worker"));
    }
    let mut lines = Vec::new();
    for (index, worker) in workers.into_iter().enumerate() {
        let output = worker.wait_with_output().expect("an answer");
        let said = String::from_utf8_lossy(&output.stdout);
        lines.push(format!("worker-{}: {}", index + 1, said.trim()));
    }
    Ok(lines)
}
