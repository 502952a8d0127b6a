//! verdict: race
//! Goes into the folder, and back afterwards: all threads of this process are moved.

use std::env;
use std::io;
use std::path::Path;
use std::process::Command;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let home = env::current_dir()?;
    env::set_current_dir(folder)?;
    let output = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .output();
    env::set_current_dir(home)?;
    let output = output?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
