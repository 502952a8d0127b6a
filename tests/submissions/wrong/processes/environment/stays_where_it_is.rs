//! verdict: wrong_result
//! Looks whether the folder is there, and starts the child in its own.

use std::io;
use std::path::Path;
use std::process::Command;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    std::fs::metadata(folder)?;
    let output = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
