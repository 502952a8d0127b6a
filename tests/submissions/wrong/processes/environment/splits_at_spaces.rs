//! verdict: wrong_result
//! Joins the arguments and takes them apart again.

use std::io;
use std::path::Path;
use std::process::Command;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let line = arguments.join(" ");
    let output = Command::new(program)
        .args(line.split_whitespace())
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
