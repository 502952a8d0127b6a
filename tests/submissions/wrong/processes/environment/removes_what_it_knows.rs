//! verdict: wrong_result
//! Removes the names that it knows of.

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
        .args(arguments)
        .env_remove("HOME")
        .env_remove("USER")
        .env_remove("PASSWORD")
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
