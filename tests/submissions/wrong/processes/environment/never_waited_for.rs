//! verdict: leak
//! Reads what it prints, and does not wait for its end.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let child = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()?;
    io::read_to_string(child.stdout.unwrap())
}
