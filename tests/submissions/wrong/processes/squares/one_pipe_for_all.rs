//! verdict: wrong_result
//! All workers write into one pipe: nobody can tell whose line comes first.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::Command;

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let (reader, writer) = io::pipe()?;
    let mut workers = Vec::new();
    for number in numbers {
        let worker = Command::new(program)
            .arg(number.to_string())
            .stdout(writer.try_clone()?)
            .spawn()?;
        workers.push(worker);
    }
    drop(writer);
    let mut lines = Vec::new();
    for (index, line) in BufReader::new(reader).lines().enumerate() {
        lines.push(format!("worker-{}: {}", index + 1, line?));
    }
    for mut worker in workers {
        worker.wait()?;
    }
    Ok(lines)
}
