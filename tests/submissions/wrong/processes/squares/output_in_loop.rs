//! verdict: serial
//! Right lines, one worker after the other.

use std::io;
use std::path::Path;
use std::process::Command;

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    let mut lines = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let output = Command::new(program).arg(number.to_string()).output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        lines.push(format!("worker-{}: {}", index + 1, said.trim()));
    }
    Ok(lines)
}
