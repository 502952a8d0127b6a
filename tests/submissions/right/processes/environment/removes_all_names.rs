//! Removes each name that this process has, instead of clearing.

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
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        command.env_remove(name);
    }
    command.envs(variables.to_vec()).current_dir(folder);
    let output = command.args(arguments).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
