//! A pipe of its own for the output, and a map for the environment, as with Python's `env=`.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::process::Command;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    let env: HashMap<&str, &str> = variables.iter().copied().collect();
    let (reader, writer) = io::pipe()?;
    // The command holds our end for writing, and goes away with this statement. Else the pipe would never end.
    let mut child = Command::new(program)
        .current_dir(folder)
        .env_clear()
        .envs(&env)
        .args(arguments.iter().map(|text| text.to_string()))
        .stdout(writer)
        .spawn()?;
    let said = io::read_to_string(reader);
    child.wait()?;
    said
}
