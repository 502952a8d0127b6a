//! verdict: wrong_result
//! Clears the environment only when there are variables to put in its place.

use std::io;
use std::path::Path;
use std::process::Command;
pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let mut c = Command::new(program);
    c.args(arguments).current_dir(folder);
    if !variables.is_empty() {
        c.env_clear().envs(variables.to_vec());
    }
    Ok(String::from_utf8_lossy(&c.output()?.stdout).into_owned())
}
