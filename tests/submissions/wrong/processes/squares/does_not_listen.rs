//! verdict: wrong_result
//! Starts the workers and waits for them, but writes the lines itself.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut workers = Vec::new();
    for number in numbers {
        let mut command = Command::new(program);
        command.arg(number.to_string()).stdout(Stdio::null());
        workers.push(command.spawn()?);
    }
    let mut lines = Vec::new();
    for (mut worker, number) in workers.into_iter().zip(numbers) {
        worker.wait()?;
        lines.push(format!(
            "worker-{}: {number} squared is {}",
            lines.len() + 1,
            number * number
        ));
    }
    Ok(lines)
}
