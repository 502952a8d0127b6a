//! verdict: wrong_result
//! What stands at both ends of the output is taken away.

use std::io;
use std::path::Path;
use std::process::Command;
pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let o = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs(variables.to_vec())
        .current_dir(folder)
        .output()?;
    Ok(String::from_utf8_lossy(&o.stdout).trim().to_string())
}
