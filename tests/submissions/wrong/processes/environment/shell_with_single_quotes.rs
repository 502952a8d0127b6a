//! verdict: wrong_result
//! Builds a line for the shell, and puts single quotes around each argument.

use std::io;
use std::path::Path;
use std::process::Command;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let mut line = format!("exec '{}'", program.display());
    for argument in arguments {
        line += &format!(" '{argument}'");
    }
    let output = Command::new("/bin/sh")
        .arg("-c")
        .arg(line)
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
