//! verdict: serial
//! An iterator does nothing until it is asked: each worker is waited for before the next one starts.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn squares(program: &Path, numbers: &[u64]) -> io::Result<Vec<String>> {
    numbers
        .iter()
        .map(|number| {
            Command::new(program)
                .arg(number.to_string())
                .stdout(Stdio::piped())
                .spawn()
        })
        .enumerate()
        .map(|(index, worker)| {
            let output = worker?.wait_with_output()?;
            let said = String::from_utf8_lossy(&output.stdout);
            Ok(format!("worker-{}: {}", index + 1, said.trim()))
        })
        .collect()
}
