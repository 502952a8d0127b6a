//! First all lines are read, then all processes are waited for.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut workers = Vec::new();
    for number in numbers {
        let mut command = Command::new(program);
        command.arg(format!("{number}")).stdout(Stdio::piped());
        workers.push(command.spawn()?);
    }
    let mut lines = Vec::new();
    for (index, worker) in workers.iter_mut().enumerate() {
        let mut line = String::new();
        BufReader::new(worker.stdout.as_mut().unwrap()).read_line(&mut line)?;
        lines.push(format!("worker-{}: {}", index + 1, line.trim_end()));
    }
    for mut worker in workers {
        worker.wait()?;
    }
    Ok(lines)
}
