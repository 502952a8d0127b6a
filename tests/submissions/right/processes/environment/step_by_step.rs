//! Builds the command step by step, starts it, reads its pipe and waits.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let mut command = Command::new(program);
    command.env_clear();
    for argument in arguments {
        command.arg(argument);
    }
    for (name, value) in variables {
        command.env(name, value);
    }
    command.current_dir(folder);
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said)?;
    child.wait()?;
    Ok(said)
}
