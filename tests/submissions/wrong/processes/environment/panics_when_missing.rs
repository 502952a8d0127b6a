//! verdict: wrong_result
//! Expects that the program can be started.

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
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()
        .expect("the program is there");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
