//! verdict: timed_out
//! Waits for the end, then reads: a full pipe never lets the program end.

use std::io;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let mut child = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(variables.to_vec())
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()?;
    child.wait()?;
    let mut s = String::new();
    child.stdout.take().unwrap().read_to_string(&mut s)?;
    Ok(s)
}
