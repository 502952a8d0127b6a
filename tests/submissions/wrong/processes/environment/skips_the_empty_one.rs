//! verdict: wrong_result
//! Leaves out what it takes for nothing.

use std::io;
use std::path::Path;
use std::process::Command;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let output = Command::new(program)
        .args(arguments.iter().filter(|text| !text.is_empty()))
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
