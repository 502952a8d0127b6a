//! verdict: serial
//! Waits for each worker before it starts the next one, and reads afterwards.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut workers = Vec::new();
    for number in numbers {
        let mut worker = Command::new(program)
            .arg(number.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        worker.wait()?;
        workers.push(worker);
    }
    let mut lines = Vec::new();
    for (index, mut worker) in workers.into_iter().enumerate() {
        let mut said = String::new();
        worker.stdout.take().unwrap().read_to_string(&mut said)?;
        lines.push(format!("worker-{}: {}", index + 1, said.trim()));
    }
    Ok(lines)
}
