//! verdict: wrong_result
//! Calls the worker by its number to square, which is its place only in 1, 2, 3.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut workers = Vec::new();
    for number in numbers {
        let mut command = Command::new(program);
        command.arg(number.to_string()).stdout(Stdio::piped());
        workers.push(command.spawn()?);
    }
    let mut lines = Vec::new();
    for (worker, number) in workers.into_iter().zip(numbers) {
        let output = worker.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        lines.push(format!("worker-{number}: {}", said.trim()));
    }
    Ok(lines)
}
