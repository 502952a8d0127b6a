//! verdict: wrong_result
//! What the program complains about is in the result too.

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
    Ok(String::from_utf8_lossy(&o.stdout).into_owned() + &String::from_utf8_lossy(&o.stderr))
}
