//! verdict: leak
//! Reads what the workers say, and leaves them to the system.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut pipes = Vec::new();
    for number in numbers {
        let worker = Command::new(program)
            .arg(number.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        pipes.push(worker.stdout.unwrap());
    }
    let mut lines = Vec::new();
    for (index, mut pipe) in pipes.into_iter().enumerate() {
        let mut said = String::new();
        pipe.read_to_string(&mut said)?;
        lines.push(format!("worker-{}: {}", index + 1, said.trim()));
    }
    Ok(lines)
}
